using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Accounts;
using Barometre.Infrastructure.Participation.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Participation.Tables;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("account");
        table.HasKey(account => account.Id);
        table.Property(account => account.DisplayName).HasMaxLength(200);
        table.Property(account => account.PasswordHash).HasMaxLength(200);
        table.HasIndex(account => account.NameHash).IsUnique();
    }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> table)
    {
        table.ToTable("passkey");
        table.HasKey(passkey => passkey.CredentialId);
        table.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.AccountId);
        table.Property(passkey => passkey.Name).HasMaxLength(100);
        table.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.AccountId);
        // A person's own passkeys are listed.
        table.HasIndex(passkey => passkey.AccountId);
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> table)
    {
        table.ToTable("recovery_code");
        table.HasKey(code => new { code.AccountId, code.Hash });
        table.HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
    }
}

internal sealed class AccountSessionTable : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> table)
    {
        table.ToTable("account_session");
        table.HasKey(session => session.Id);
        table.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId);
        table.Property(session => session.Mode).HasMaxLength(10);
        table.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId);
        // A person's own sessions are listed, and ended together.
        table.HasIndex(session => session.AccountId);
    }
}

internal sealed class RefreshTokenTable : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> table)
    {
        table.ToTable("refresh_token");
        table.HasKey(token => token.Hash);
        table.HasOne<AccountSession>().WithMany().HasForeignKey(token => token.SessionId);
    }
}

internal sealed class IntegratorKeyTable : IEntityTypeConfiguration<IntegratorKey>
{
    public void Configure(EntityTypeBuilder<IntegratorKey> table)
    {
        table.ToTable("integrator_key");
        table.HasKey(key => key.Id);
        table.HasOne<Account>().WithMany().HasForeignKey(key => key.AccountId);
        table.HasOne<Project>().WithMany().HasForeignKey(key => key.ProjectId);
        table.HasIndex(key => key.Hash).IsUnique();
        table.HasOne<Account>().WithMany().HasForeignKey(key => key.AccountId);
        table.HasOne<Project>().WithMany().HasForeignKey(key => key.ProjectId);
        // A project's keys are listed.
        table.HasIndex(key => key.ProjectId);
    }
}
