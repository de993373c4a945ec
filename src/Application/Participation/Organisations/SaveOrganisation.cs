using System.Linq.Expressions;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Organisations;

/// <summary>An organisation, as administrators see it.</summary>
/// <param name="Contact">Whom people reach about what is noted of them, as the texts of consents say; null while it has not been said.</param>
public sealed record OrganisationView(Guid OrganisationId, string Name, Country Country, PrivacyContact? Contact, int Version) : IVersioned
{
    internal static Expression<Func<Organisation, OrganisationView>> Of { get; } = organisation => new OrganisationView(
        organisation.Id, organisation.Name, organisation.Country,
        organisation.ResponsibleForPrivacy == null ? null : new PrivacyContact(organisation.ResponsibleForPrivacy, organisation.PrivacyReach!), organisation.Version);
}

/// <summary>An administrator adds an organisation, or edits the version that they read.</summary>
public sealed record SaveOrganisationCommand(Guid OrganisationId, string Name, Country Country, PrivacyContact Contact) : ICommand<OrganisationView>, IVersionedOnceThere
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class SaveOrganisationValidator : AbstractValidator<SaveOrganisationCommand>
{
    public SaveOrganisationValidator()
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(200);
        RuleFor(command => command.Country).IsInEnum();
        RuleFor(command => command.Contact).NotNull();
        RuleFor(command => command.Contact.Responsible).NotEmpty().MaximumLength(200).When(command => command.Contact is not null);
        RuleFor(command => command.Contact.Reach).NotEmpty().MaximumLength(300).When(command => command.Contact is not null);
    }
}

internal sealed class SaveOrganisationHandler(IParticipationDb db, Caller caller) : IRequestHandler<SaveOrganisationCommand, OrganisationView>
{
    public async Task<OrganisationView> Handle(SaveOrganisationCommand command, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.SingleOrDefaultAsync(known => known.Id == command.OrganisationId, cancellationToken);
        if (organisation is null)
        {
            organisation = Organisation.Found(command.OrganisationId, command.Name, command.Country, command.Contact);
            db.Organisations.Add(organisation);
        }
        else if (!organisation.Is(command.Name, command.Country, command.Contact))
        {
            caller.Expect(organisation.Version);
            organisation.Describe(command.Name, command.Country, command.Contact);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new OrganisationView(organisation.Id, organisation.Name, organisation.Country, organisation.Contact, organisation.Version);
    }
}
