using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>ASP.NET Core Identity over our tables.</summary>
internal static class AccountsSetup
{
    // What OWASP's ASVS 5.0 asks of PBKDF2 with HMAC-SHA-512; Identity's own default is 100,000.
    private const int Iterations = 210_000;

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountStore>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<AccountStore>());
        services.AddIdentityCore<Account>(options =>
        {
            // Our own policy decides (Domain/Participation/Accounts/PasswordPolicy); Identity's must not refuse what it accepts.
            options.Password = new PasswordOptions
            {
                RequiredLength = 1, RequiredUniqueChars = 0, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
            };
            options.User.AllowedUserNameCharacters = "";
        });
        // Names are checked by our rules and told apart by a unique index; an integrator has none.
        services.RemoveAll<IUserValidator<Account>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, NameNormalizer>();
        services.AddSingleton<DummyPassword>();
        services.AddSingleton(new ConstraintError("account_name_hash_key", AccountErrors.NameTaken));
        services.AddScoped<IAccounts, IdentityAccounts>();
        services.AddScoped<ISecondFactors, SecondFactors>();
        services.AddScoped<IAttempts, Attempts>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Found by the device itself, without a name, and opened by its owner's finger, face or code: two factors in one.
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<IPasskeys, Passkeys>();
    }

    private sealed class NameNormalizer : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name is null ? null : SignInName.Normalise(name);

        public string? NormalizeEmail(string? email) => email;
    }
}
