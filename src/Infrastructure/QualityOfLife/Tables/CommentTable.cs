using Barometre.Domain.QualityOfLife;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.QualityOfLife.Tables;

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> table)
    {
        table.ToTable("comment");
        table.HasKey(comment => new { comment.ServiceUserId, comment.Id });
        table.Property(comment => comment.Theme).HasMaxLength(100);
        table.Property(comment => comment.Perspective).HasMaxLength(20);
        table.Property(comment => comment.Setting).HasMaxLength(10);
        table.Property(comment => comment.Sequence).GivenByTheDatabase();
        table.HasOne<Assessment>().WithMany().HasForeignKey(comment => new { comment.ServiceUserId, comment.AssessmentId });
        table.HasOne<Comment>().WithMany().HasForeignKey(comment => new { comment.ServiceUserId, comment.Replaces });
        table.HasIndex(comment => new { comment.ServiceUserId, comment.Theme, comment.At, comment.Sequence }, "comment_theme");
        table.HasIndex(comment => new { comment.ServiceUserId, comment.Replaces }, "comment_replaces").IsUnique().HasFilter("replaces IS NOT NULL");
    }
}

internal sealed class CommentClosingTable : IEntityTypeConfiguration<CommentClosing>
{
    public void Configure(EntityTypeBuilder<CommentClosing> table)
    {
        table.ToTable("comment_closing");
        table.HasKey(closing => new { closing.ServiceUserId, closing.Id });
        table.Property(closing => closing.Theme).HasMaxLength(100);
        table.HasIndex(closing => new { closing.ServiceUserId, closing.Theme }, "comment_closing_once").IsUnique().HasFilter("until IS NULL");
    }
}
