using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

[Secret]
internal sealed class ByAttribute;
