namespace Barometre.Domain.Victim
{
    /// <summary>Belongs to its module alone; the planted offenders reach for it nevertheless.</summary>
    internal class Secret
    {
        public const string Code = "victim";

        public static int Count { get; set; }

        public int Number { get; init; }

        public static int Tell() => Count;
    }

    internal enum Shade
    {
        Dark,
        Light,
    }

    internal interface ISecret;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class SecretAttribute : Attribute;

    internal sealed class SecretFailure : Exception;
}

namespace Barometre.Application.Victim.Contracts
{
    /// <summary>What the victim offers to others.</summary>
    internal sealed record Summary(int Count);
}
