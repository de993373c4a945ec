using System.Globalization;
using System.Text;
using System.Xml;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Writes a map as GraphML (Brandes et al. 2002), as Gephi and igraph open it: the person is a node, tied to every alter.</summary>
internal static class GraphMl
{
    public const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>The name by which Gephi and igraph show a node.</summary>
    public const string Label = "label";

    /// <summary>Marks the node that is the person.</summary>
    public const string Ego = "ego";

    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        // A carriage return in a name is that, not the end of a line.
        NewLineHandling = NewLineHandling.Entitize,
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(false),
    };

    public static string Write(ExchangedMap map)
    {
        using var file = new StringWriterUtf8();
        using (var xml = XmlWriter.Create(file, Settings))
        {
            xml.WriteStartElement("graphml", Namespace);
            Key(xml, Ego, "node", "boolean");
            foreach (var (name, type) in Fields.OfAlter)
            {
                Key(xml, name == Fields.Name ? Label : name, "node", type);
            }

            foreach (var (_, _, name, type) in Fields.OfTie)
            {
                Key(xml, name, "edge", type);
            }

            Key(xml, Fields.Strength, "edge", "int");
            Key(xml, Fields.Since, "edge", "string");
            xml.WriteStartElement("graph", Namespace);
            xml.WriteAttributeString("id", "network");
            xml.WriteAttributeString("edgedefault", "undirected");
            Nodes(xml, map);
            Edges(xml, map);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return file.ToString();
    }

    /// <summary>A key is of nodes or of edges: the same name may be both.</summary>
    public static string KeyOf(string name, string of) => $"{of}-{name}";

    private static void Nodes(XmlWriter xml, ExchangedMap map)
    {
        Element(xml, "node", ("id", IdOf(map)), () => Data(xml, KeyOf(Ego, "node"), "true"));
        foreach (var alter in map.Alters)
        {
            Element(xml, "node", ("id", alter.Id.ToString()), () =>
            {
                foreach (var (name, _) in Fields.OfAlter)
                {
                    Data(xml, KeyOf(name == Fields.Name ? Label : name, "node"), Fields.Write(alter, name));
                }
            });
        }
    }

    private static void Edges(XmlWriter xml, ExchangedMap map)
    {
        var number = 0;
        foreach (var alter in map.Alters)
        {
            Edge(xml, ref number, IdOf(map), alter.Id.ToString(), () =>
            {
                foreach (var (voice, field, name, _) in Fields.OfTie)
                {
                    Data(xml, KeyOf(name, "edge"), Fields.Write(alter.In(voice), field));
                }
            });
        }

        foreach (var tie in map.Ties)
        {
            Edge(xml, ref number, tie.One.ToString(), tie.Other.ToString(), () =>
            {
                Data(xml, KeyOf(Fields.Strength, "edge"), Fields.Write(tie.Strength));
                Data(xml, KeyOf(Fields.Since, "edge"), Fields.Write(tie.Since));
            });
        }
    }

    private static void Key(XmlWriter xml, string name, string of, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", KeyOf(name, of));
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Edge(XmlWriter xml, ref int number, string source, string target, Action content)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"e{++number}"));
        xml.WriteAttributeString("source", source);
        xml.WriteAttributeString("target", target);
        content();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, (string Name, string Value) attribute, Action content)
    {
        xml.WriteStartElement(name, Namespace);
        xml.WriteAttributeString(attribute.Name, attribute.Value);
        content();
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string? value)
    {
        if (value is not null)
        {
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", key);
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }

    private static string IdOf(ExchangedMap map) => map.EgoId?.ToString() ?? Ego;

    // A StringWriter says utf-16 in the declaration; the file goes out as UTF-8.
    private sealed class StringWriterUtf8() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
