using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>Messages that the caller neither said nor was there for, and that were not taken back; read or not.</summary>
internal sealed class OthersMessages : Specification<MessageFact>
{
    public OthersMessages(Caller caller)
    {
        var (reader, member, self) = (caller.Author(), caller.Grant!.MemberId, caller.Grant.IsSelf);
        Query.Where(fact => fact.Kind == MessageFactKind.Said && fact.WordsSealed != null && fact.AuthorId != reader
            && !(self && fact.Setting == Setting.Joint) && (member == null || fact.PresentMemberId != member));
    }
}
