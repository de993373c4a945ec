using AutoMapper;
using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Domain.QualityOfLife;

namespace Barometre.Application.QualityOfLife;

/// <summary>The module's flat rows; anything with a shape of its own is selected by hand.</summary>
internal sealed class QualityOfLifeProfile : Profile
{
    public QualityOfLifeProfile() => CreateMap<Assessment, AssessmentRow>().MaxDepth(1);
}
