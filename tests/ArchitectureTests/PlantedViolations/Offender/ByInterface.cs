using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal sealed class ByInterface : ISecret;
