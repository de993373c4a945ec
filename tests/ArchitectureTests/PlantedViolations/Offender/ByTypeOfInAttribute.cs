using System.ComponentModel;
using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

[TypeConverter(typeof(Secret))]
internal sealed class ByTypeOfInAttribute;
