using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Shared.Facts;

/// <summary>What every table of noted facts has in common.</summary>
internal static class FactTable
{
    public static void IsFacts<T>(this EntityTypeBuilder<T> table, string name)
        where T : NotedFact
    {
        table.ToTable(name);
        table.HasKey(fact => new { fact.ServiceUserId, fact.Id });
        table.Property(fact => fact.Perspective).HasMaxLength(20);
        table.Property(fact => fact.Setting).HasMaxLength(10);
    }
}
