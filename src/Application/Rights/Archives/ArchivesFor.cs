using Barometre.Application.Shared;
using Barometre.Domain.Rights.Archives;

namespace Barometre.Application.Rights.Archives;

/// <summary>Which archives a caller may know of: the person, all of them; anybody else, those that they asked for, and never the person's own.</summary>
internal static class ArchivesFor
{
    public static IQueryable<RecordArchive> For(this IQueryable<RecordArchive> archives, Guid serviceUserId, Caller caller)
    {
        var others = caller.Grant!.IsSelf ? (Guid?)null : caller.Author();
        return archives.Where(one => one.ServiceUserId == serviceUserId && (others == null || (!one.Whole && one.AskedBy == others)));
    }
}
