using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Organisations;

/// <summary>An organisation, as administrators see it.</summary>
public sealed record OrganisationView(Guid OrganisationId, string Name, Country Country, int Version) : IVersioned;

/// <summary>An administrator adds an organisation, or edits the version that they read.</summary>
public sealed record SaveOrganisationCommand(Guid OrganisationId, string Name, Country Country) : ICommand<OrganisationView>, IVersionedOnceThere
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class SaveOrganisationValidator : AbstractValidator<SaveOrganisationCommand>
{
    public SaveOrganisationValidator()
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(200);
        RuleFor(command => command.Country).IsInEnum();
    }
}

internal sealed class SaveOrganisationHandler(IParticipationDb db, Caller caller) : IRequestHandler<SaveOrganisationCommand, OrganisationView>
{
    public async Task<OrganisationView> Handle(SaveOrganisationCommand command, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.SingleOrDefaultAsync(known => known.Id == command.OrganisationId, cancellationToken);
        if (organisation is null)
        {
            organisation = Organisation.Found(command.OrganisationId, command.Name, command.Country);
            db.Organisations.Add(organisation);
        }
        else if (!organisation.Is(command.Name, command.Country))
        {
            caller.Expect(organisation.Version);
            organisation.Describe(command.Name, command.Country);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new OrganisationView(organisation.Id, organisation.Name, organisation.Country, organisation.Version);
    }
}
