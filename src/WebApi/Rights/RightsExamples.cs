using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.Rights;

/// <summary>Bodies that the types alone do not show well.</summary>
internal sealed class RightsExamples : IExamples
{
    public IEnumerable<object> All =>
    [
        new ConfirmErasureBody(KeepsAccount: false, WaitHours: 72),
        new ErasureCertificateBody("4821-0937-5560-1288-7043"),
    ];
}
