using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByAsync
{
    public static async Task<int> CountAsync()
    {
        await Task.Yield();
        return Secret.Tell();
    }
}
