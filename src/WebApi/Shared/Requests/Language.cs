using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>The two languages of the contract: the caller's by Accept-Language, French when it says neither.</summary>
internal static class Language
{
    public static void UseLanguages(this WebApplication app)
    {
        CultureInfo[] known = [CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en")];
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(known[0]),
            SupportedCultures = known,
            SupportedUICultures = known,
            RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()],
        });
    }
}
