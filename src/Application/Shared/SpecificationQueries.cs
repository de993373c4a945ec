using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Shared;

/// <summary>Evaluates specifications over the database.</summary>
public static class SpecificationQueries
{
    public static IQueryable<T> With<T>(this IQueryable<T> things, Specification<T> specification)
        where T : class =>
        specification.Evaluate(specification.Includes.Aggregate(things, (picked, related) => picked.Include(related)));
}
