using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Planted
{
    /// <summary>Planted.</summary>
    public class PlantedDbContext : DbContext;
}

namespace Barometre.WebApi.Planted
{
    internal static class PlantedEndpoints
    {
        public static async Task<int> GetThing()
        {
            await Task.Yield();
            return 1;
        }
    }
}
