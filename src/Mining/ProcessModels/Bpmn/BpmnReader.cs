using System.Collections.Immutable;
using System.Xml.Linq;

namespace Pupitre.Mining;

/// <summary>
/// Reads BPMN 2.0 (ISO/IEC 19510) into a net whose language is that of the drawing: the sequences of steps that one may see from start to end.
/// Data, messages and conditions do not restrict it.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Tasks of every kind, call activities and subprocesses without content are steps named by themselves; subprocesses with content are
/// flattened. An unnamed step is silent, with a warning.</item>
/// <item>Gateways are silent. Events are silent too, but for those whose name the log knows, when it is given.</item>
/// <item>Several flows into a step merge, several out of it run in parallel; conditional ones are an inclusive choice.</item>
/// <item>Processes that a call activity calls are left aside: the call is the step.</item>
/// <item>A process is complete when no token is left but at its ends. Several starts are alternatives. Several pools run side by side: the
/// messages between them order nothing, and a warning says so.</item>
/// <item>An event that interrupts a step takes the place of its completion.</item>
/// <item>Inclusive joins of blocks (each way out of an inclusive split leads, alone, to one way into the join) become plain nets. Others, and
/// ends or borders that stop parallel work, are played out exactly: the net is then that of all the states, at most
/// <see cref="MostStates"/>.</item>
/// <item>Refused by name: non-interrupting events, event and ad-hoc subprocesses, complex gateways, compensation, parallel instances of
/// subprocesses with content, choreographies, and elements that BPMN 2.0 does not know.</item>
/// </list>
/// </remarks>
public static class BpmnReader
{
    /// <summary>Most states of a drawing that no plain net says.</summary>
    public const int MostStates = 20_000;

    /// <summary>Most ways out of an inclusive split.</summary>
    public const int MostInclusiveWays = 10;

    /// <summary>Most elements and flows together.</summary>
    public const int MostElements = 20_000;

    /// <summary>Reads a whole drawing. The stream is closed.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="activities">The names that the log knows: an event that bears one is visible. Null leaves all events silent.</param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="UnreadableModel">It is no such drawing, or means something that is refused by name.</exception>
    public static ProcessModel Read(Stream stream, NameTable? activities = null, CancellationToken token = default)
    {
        var root = ModelXml.Load(stream, token);
        return root.Name.LocalName == "definitions" ? Read(root, activities, token) : throw new UnreadableModel(Texts.Model_UnknownForm.Filled(root.Name.LocalName));
    }

    internal static ProcessModel Read(XElement definitions, NameTable? activities, CancellationToken token)
    {
        var drawing = new BpmnDrawing(definitions, new(activities));
        var warnings = ImmutableArray.CreateBuilder<string>();
        var shape = new BpmnShape(drawing, warnings);
        var net = new BpmnNet(shape, token).ToNet();
        if (net.Transitions.All(transition => transition.IsSilent))
        {
            warnings.Add(Texts.Bpmn_NothingVisible);
        }

        var elements = shape.Nodes.Where(node => node.Label is not null).Select(node => new ModelElement(node.Id, node.Label!, node.Lane, node.Scope.Party));
        return new(net, [.. elements], warnings.ToImmutable());
    }
}
