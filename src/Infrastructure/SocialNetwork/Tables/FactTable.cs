using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.SocialNetwork.Tables;

internal sealed class FactTable : IEntityTypeConfiguration<NetworkFact>
{
    public void Configure(EntityTypeBuilder<NetworkFact> table)
    {
        table.ToTable("fact");
        table.HasKey(fact => new { fact.ServiceUserId, fact.Id });
        table.Property(fact => fact.Kind).HasMaxLength(20);
        table.Property(fact => fact.Perspective).HasMaxLength(20);
        table.Property(fact => fact.Setting).HasMaxLength(10);
        table.Property(fact => fact.AlterKind).HasMaxLength(10);
        table.Property(fact => fact.Circle).HasMaxLength(20);
        table.Property(fact => fact.Frequency).HasMaxLength(20);
        table.Property(fact => fact.Given).HasConversion(supports => supports!.Value.Bits, bits => new Supports(bits));
        table.Property(fact => fact.Received).HasConversion(supports => supports!.Value.Bits, bits => new Supports(bits));
        table.Ignore(fact => fact.IsOfSnapshot);
        // A person's facts in the order in which they count.
        table.HasIndex(fact => new { fact.ServiceUserId, fact.At, fact.DeviceAt, fact.Id }, "fact_order");
    }
}

internal sealed class MeasureTable : IEntityTypeConfiguration<NetworkMeasure>
{
    public void Configure(EntityTypeBuilder<NetworkMeasure> table)
    {
        table.ToTable("measure");
        table.HasKey(measure => new { measure.ServiceUserId, measure.MapId, measure.SinceId, measure.Perspective, measure.Code, measure.Part });
        table.Property(measure => measure.Perspective).HasMaxLength(20);
        table.Property(measure => measure.Code).HasMaxLength(30);
        table.Property(measure => measure.Part).HasMaxLength(20);
        table.Property(measure => measure.Why).HasMaxLength(20);
        table.Property(measure => measure.Method).HasMaxLength(30);
    }
}
