using Barometre.Domain.Rights.GivenBack;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Rights.Tables;

internal sealed class KeptWordsTable : IEntityTypeConfiguration<KeptWords>
{
    public void Configure(EntityTypeBuilder<KeptWords> table)
    {
        table.ToTable("kept_words");
        table.HasKey(words => new { words.AccountId, words.Id });
        table.HasIndex(words => new { words.AccountId, words.SaidOn, words.Id }, "kept_words_said").IsDescending(false, true, true);
    }
}
