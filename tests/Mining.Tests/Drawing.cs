using System.Text;

namespace Pupitre.Mining.Tests;

/// <summary>BPMN written in a test: elements by kind and name (which is the identifier too), flows as "a-&gt;b".</summary>
internal static class Drawing
{
    public static ProcessModel Read(string process, NameTable? activities = null) => ReadXml(
        $"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">{process}</process></definitions>""", activities);

    public static ProcessModel ReadXml(string xml, NameTable? activities = null) => ModelFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), activities);

    public static SortedSet<string> LanguageOf(string process, int longest = 6) => Language.Of(Read(process).Net, longest);

    public static string Tasks(params string[] names) => string.Concat(names.Select(name => $"""<task id="{name}" name="{name}"/>"""));

    public static string Nodes(string kind, params string[] ids) => string.Concat(ids.Select(id => $"""<{kind} id="{id}"/>"""));

    public static string Flows(params string[] flows) => string.Concat(flows.SelectMany(chain => chain.Split("->").Zip(chain.Split("->").Skip(1)))
        .Select((flow, at) => $"""<sequenceFlow id="f{at}_{flow.First}_{flow.Second}" sourceRef="{flow.First}" targetRef="{flow.Second}"/>"""));
}
