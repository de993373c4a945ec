using System.Xml.Linq;
using Barometre.Application.Shared.Files;
using Barometre.Application.SocialNetwork.Exchange;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using FluentValidation;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.SocialNetwork;

public sealed class ExchangeTests
{
    private static readonly string[] Hard =
    [
        "Lou", "\"Guillemets\", virgule", "deux\nlignes", "deux\r\nlignes", "retour\rseul", "=1+1", "+33", "-5", "@moi", "\tdécalé", "'apostrophe", "'=déjà gardé", "''", "ماكس", "שרה, 🌻", "👩🏽‍🌾", "<b>&amp;</b>", "]]>", " bord ",
        "e\u0301", "\"", "a\"b", ",", "true", "none",
    ];

    [Fact]
    public void A_map_comes_back_from_each_kind_of_file_as_it_was() => Prop.ForAll(Maps, map =>
    {
        var faults = new FileFaults();

        Assert.Equal(Files(map), Files(new GraphMlReader("GraphMl", faults).Read(GraphMl.Write(map))!));
        Assert.Equal(Files(map), Files(NodeAndEdgeLists.Read("Nodes", NodeAndEdgeLists.Nodes(map), "Edges", NodeAndEdgeLists.Edges(map), faults)! with { EgoId = map.EgoId }));

        faults.ThrowIfAny();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void GraphMl_has_the_structure_that_the_format_prescribes()
    {
        var map = new ExchangedMap(Guid.CreateVersion7(), [Alter(1, "Lou"), Alter(2, "Max")], [new ExchangedTie(Given.Id(1), Given.Id(2), 40, Given.Start)]);

        var root = XDocument.Parse(GraphMl.Write(map)).Root!;

        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        Assert.Equal(ns + "graphml", root.Name);
        var keys = root.Elements(ns + "key").ToDictionary(key => key.Attribute("id")!.Value);
        Assert.All(keys.Values, key =>
        {
            Assert.Contains(key.Attribute("for")!.Value, (string[])["node", "edge"]);
            Assert.Contains(key.Attribute("attr.type")!.Value, (string[])["boolean", "int", "long", "float", "double", "string"]);
        });
        var graph = Assert.Single(root.Elements(ns + "graph"));
        Assert.Equal("undirected", graph.Attribute("edgedefault")!.Value);
        var nodes = graph.Elements(ns + "node").Select(node => node.Attribute("id")!.Value).ToList();
        Assert.Equal((3, 3, nodes.Count), (nodes.Count, graph.Elements(ns + "edge").Count(), nodes.Distinct().Count()));
        Assert.All(graph.Elements(ns + "edge"), edge => Assert.True(nodes.Contains(edge.Attribute("source")!.Value) && nodes.Contains(edge.Attribute("target")!.Value)));
        Assert.All(graph.Descendants(ns + "data"), data => Assert.Equal(data.Parent!.Name.LocalName, keys[data.Attribute("key")!.Value].Attribute("for")!.Value));
    }

    [Theory]
    [InlineData("<!DOCTYPE graphml [<!ENTITY a \"aaaa\">]><graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph><node id=\"1\"><data key=\"name\">&a;</data></node></graph></graphml>")]
    [InlineData("<!DOCTYPE graphml SYSTEM \"file:///etc/passwd\"><graphml><graph/></graphml>")]
    [InlineData("<graphml><graph><node id=\"1\"></graph></graphml>")]
    [InlineData("<html/>")]
    [InlineData("nodeID,name")]
    [InlineData("")]
    public void What_is_no_GraphMl_or_brings_a_document_type_is_not_read(string text) =>
        Assert.Equal(["social-network.unreadable-file"], Codes(faults => new GraphMlReader("GraphMl", faults).Read(text)));

    [Fact]
    public void A_bad_list_is_refused_line_by_line()
    {
        const string Nodes = "nodeID,name,closeness,kind\r\n1,Lou,80,person\r\n2,,10,person\r\n3,\"Deux\nlignes\",101,person\r\n4,Max,5,robot\r\n4,Nour,5,person\r\n5,a\"b,1,person\r\n6,court\r\n";
        const string Edges = "from,to,strength\r\n1,4,0\r\n1,9,5\r\n1,1,5\r\n";

        var problems = Assert.Throws<ValidationException>(() => Read(faults => NodeAndEdgeLists.Read("Nodes", Nodes, "Edges", Edges, faults))).Errors.Select(fault => $"{fault.PropertyName} {fault.ErrorCode}");

        Assert.Equal(
            [
                "Nodes[3] social-network.bad-value", "Nodes[4] social-network.bad-value", "Nodes[6] social-network.bad-value", "Nodes[7] social-network.node-twice",
                "Nodes[8] social-network.bad-line", "Nodes[9] social-network.bad-line", "Edges[3] social-network.unknown-node", "Edges[4] social-network.bad-line",
            ],
            problems.OrderByDescending(problem => problem[0]).ThenBy(problem => problem, StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_of_another_kind_shows_the_first_hundred_faults_and_says_that_there_are_more()
    {
        var codes = Codes(faults => NodeAndEdgeLists.Read("Nodes", "nodeID,name\r\n" + string.Concat(Enumerable.Repeat("1\r\n", 500)), "Edges", null, faults));

        Assert.Equal((101, "social-network.more-faults"), (codes.Count, codes[^1]));
    }

    [Fact]
    public void A_list_without_the_columns_that_make_it_one_is_no_list() =>
        Assert.Equal(["social-network.missing-column"], Codes(faults => NodeAndEdgeLists.Read("Nodes", "id,nom\r\n1,Lou\r\n", "Edges", null, faults)));

    [Theory]
    [InlineData("nodeID,nodeID,name\r\n1,Lou\r\n")]
    [InlineData("nodeID,name,name\r\n1,Lou,Max\r\n")]
    public void A_list_with_two_columns_of_one_name_is_refused(string nodes) =>
        Assert.Equal(["social-network.column-twice"], Codes(faults => NodeAndEdgeLists.Read("Nodes", nodes, "Edges", "from,to\r\n1,1\r\n", faults)));

    [Fact]
    public void Empty_columns_of_a_spreadsheet_mean_nothing()
    {
        var faults = new FileFaults();

        var map = NodeAndEdgeLists.Read("Nodes", "nodeID,name,,\r\n1,Lou,,\r\n", "Edges", null, faults)!;

        faults.ThrowIfAny();
        Assert.Equal("Lou", Assert.Single(map.Alters).Name);
    }

    [Fact]
    public void No_cell_can_be_taken_for_a_formula()
    {
        var map = new ExchangedMap(null, [.. Hard.Select((name, i) => Alter(i, name))], []);

        var cells = CsvText.Read(NodeAndEdgeLists.Nodes(map)).Skip(1).SelectMany(line => line.Cells!);

        Assert.DoesNotContain(cells, cell => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r');
    }

    [Fact]
    public void Network_Canvas_and_Gephi_files_are_read_too()
    {
        var faults = new FileFaults();
        var canvas = NodeAndEdgeLists.Read(
            "Nodes", "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,age\n1,e,0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b,Lou,40\n2,e,not-an-id,Max,7\n",
            "Edges", "edgeID,from,to,networkCanvasEgoUUID\n1,1,2,e\n", faults)!;
        var gephi = new GraphMlReader("GraphMl", faults).Read(
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><key id=\"l\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/><graph edgedefault=\"undirected\"><node id=\"0\"><data key=\"l\">Lou</data></node><node id=\"1\"><data key=\"l\">Max</data></node><edge source=\"0\" target=\"1\"/></graph></graphml>")!;

        faults.ThrowIfAny();
        Assert.All((ExchangedMap[])[canvas, gephi], map => Assert.Equal(["Lou", "Max", "1"], [.. map.Alters.Select(alter => alter.Name), $"{map.Ties.Count}"]));
        Assert.Equal(Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b"), canvas.Alters[0].Id);
    }

    private static (string, string, string) Files(ExchangedMap map) => (GraphMl.Write(map), NodeAndEdgeLists.Nodes(map), NodeAndEdgeLists.Edges(map));

    private static ExchangedMap? Read(Func<FileFaults, ExchangedMap?> read)
    {
        var faults = new FileFaults();
        var map = read(faults);
        faults.ThrowIfAny();
        return map;
    }

    private static List<string> Codes(Func<FileFaults, ExchangedMap?> read) => [.. Assert.Throws<ValidationException>(() => Read(read)).Errors.Select(fault => fault.ErrorCode)];

    private static ExchangedAlter Alter(int number, string name) =>
        new(Given.Id(number), name, AlterKind.Person, LifeCircle.Friends, true, Given.Start, null, null, null, null, [], [ExchangedVoice.Silent, ExchangedVoice.Silent, ExchangedVoice.Silent]);

    private static Gen<ExchangedVoice> Voices { get; } =
        from comment in Gen.Elements((string?[])[null, .. Hard])
        from numbers in Gen.Choose(-1, 100).Two()
        from bits in Gen.Choose(-1, 31).Two()
        from frequency in Gen.Choose(-1, 5)
        from hour in Gen.Choose(-1, 1000)
        select new ExchangedVoice(
            numbers.Item1 < 0 ? null : (short)numbers.Item1, numbers.Item2 < 0 ? null : (short)numbers.Item2, frequency < 0 ? null : (ContactFrequency)frequency,
            bits.Item1 < 0 ? null : new Supports((short)bits.Item1), bits.Item2 < 0 ? null : new Supports((short)bits.Item2), comment, hour < 0 ? null : FactTime.Microseconds(Given.Day(hour / 7.0)));

    private static Arbitrary<ExchangedMap> Maps { get; } = (
        from count in Gen.Choose(0, 8)
        from alters in (
            from name in Gen.OneOf(Gen.Elements(Hard), Gen.Elements(Hard).Two().Select(two => two.Item1 + two.Item2))
            from kind in Gen.Elements(Enum.GetValues<AlterKind>())
            from circle in Gen.Elements(Enum.GetValues<LifeCircle>())
            from voices in Voices.Three()
            from place in Gen.Choose(-1, 3_599_999)
            from linked in Gen.Elements(true, false)
            from merged in Gen.Choose(0, 2)
            from present in Gen.Elements(true, false)
            select (name, kind, circle, voices, place, linked, merged, present)).ListOf(count)
        from ties in Gen.Choose(0, 7).Three().ListOf(count)
        select new ExchangedMap(
            Given.Person,
            [.. alters.Select((one, i) => new ExchangedAlter(
                Given.Id(i + 1), one.name, one.kind, one.circle, one.present, FactTime.Microseconds(Given.Day(i / 7.0)), one.present ? null : FactTime.Microseconds(Given.Day(i + (1 / 3.0))),
                one.place < 0 ? null : one.place / 10_000.0 / 1.0000001, one.place < 0 ? null : one.place / 3_600_000.0,
                one.linked ? Given.Id(7_000 + i) : null, [.. Enumerable.Range(0, one.merged).Select(other => Given.Id((i * 10) + other + 8_000))],
                [one.voices.Item1, one.voices.Item2, one.voices.Item3]))],
            [.. ties.Where(tie => tie.Item1 < tie.Item2 && tie.Item2 < count).DistinctBy(tie => (tie.Item1, tie.Item2))
                .Select(tie => new ExchangedTie(Given.Id(tie.Item1 + 1), Given.Id(tie.Item2 + 1), tie.Item3 == 0 ? null : (short)tie.Item3, Given.Day(tie.Item3)))])).ToArbitrary();
}
