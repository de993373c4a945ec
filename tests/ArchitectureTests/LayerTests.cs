using Barometre.ArchitectureTests.Checks;

namespace Barometre.ArchitectureTests;

/// <summary>Each layer stands on the ones below it and on nothing that belongs above (docs/decisions/0001).</summary>
public sealed class LayerTests
{
    public static TheoryData<string> Layers => [.. Compiled.Layers];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_refers_only_to_what_it_may(string layer) =>
        Report.None(LayerRules.Forbidden(layer, Compiled.Layer(layer).MainModule.AssemblyReferences.Select(reference => reference.Name)));

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_project_file_names_only_what_its_layer_may(string layer) =>
        Report.None(LayerRules.ForbiddenInProject(layer, Repository.Text($"src/{layer}/Barometre.{layer}.csproj")));

    [Theory]
    [InlineData("Domain", "MediatR")]
    [InlineData("Domain", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("Domain", "Barometre.Application")]
    [InlineData("Application", "Npgsql")]
    [InlineData("Application", "Npgsql.EntityFrameworkCore.PostgreSQL")]
    [InlineData("Application", "Quartz")]
    [InlineData("Application", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("Application", "Barometre.Infrastructure")]
    [InlineData("Infrastructure", "Microsoft.AspNetCore.Http.Results")]
    [InlineData("Infrastructure", "Barometre.WebApi")]
    [InlineData("WebApi", "Npgsql")]
    [InlineData("WebApi", "Microsoft.EntityFrameworkCore")]
    [InlineData("WebApi", "Quartz")]
    public void A_planted_reference_is_reported(string layer, string reference) =>
        Assert.Equal([$"{layer} refers to {reference}"], LayerRules.Forbidden(layer, ["System.Runtime", reference]));

    [Theory]
    [InlineData("Domain", "<PackageReference Include=\"MediatR\" />")]
    [InlineData("Application", "<PackageReference Include=\"Npgsql\" />")]
    [InlineData("Application", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")]
    [InlineData("Application", "<ProjectReference Include=\"../Infrastructure/Barometre.Infrastructure.csproj\" />")]
    public void A_planted_line_in_a_project_file_is_reported(string layer, string line) => Assert.Single(LayerRules.ForbiddenInProject(layer, line));
}
