namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules which projects a person is in today.</summary>
public interface IEnrolmentReader
{
    /// <summary>The projects, oldest stay first; the person's rows must be open to the request, or none is found.</summary>
    Task<IReadOnlyList<Guid>> ProjectsOfAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The projects of several people, in one round trip; who is in none is absent.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> ProjectsOfAsync(IReadOnlyCollection<Guid> serviceUserIds, CancellationToken cancellationToken);
}
