using System.CommandLine;
using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary><c>pupitre log discover LOG -o MODEL</c>: the process that a log shows, as a drawing (BPMN) or a net (PNML).</summary>
internal static class LogDiscoverCommand
{
    public static Command Create(Terminal terminal)
    {
        var log = new LogArguments();
        var output = new Option<string>("--output", "-o") { Description = Texts.Log_Output, Required = true };
        var noise = new Option<string>("--noise") { Description = Texts.Log_Noise, DefaultValueFactory = _ => "0" };
        var command = new Command("discover", Texts.Log_Discover) { output, noise };
        log.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var (path, share) = (parsed.GetRequiredValue(output), NoiseOf(parsed.GetRequiredValue(noise)));
            var isNet = IsNet(path);
            var variants = log.Load(parsed, terminal, token).Variants;
            var tree = InductiveMiner.Discover(variants, share, token);
            var net = TreeNet.Of(tree, token);
            ModelOutput.Write(path, stream => Write(tree, net, isNet, path, stream));
            var soundness = Soundness.Of(net, token: token);
            if (log.IsJson(parsed))
            {
                WriteJson(terminal.Out, tree, net, soundness);
            }
            else
            {
                WriteText(terminal.Out, path, tree, net);
            }

            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    private static bool IsNet(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNML" => true,
        ".BPMN" => false,
        _ => throw new Refused(Texts.Log_OutputKind.With(path)),
    };

    private static double NoiseOf(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : throw new Refused(Texts.Log_BadNoise.With(text));

    private static void Write(ProcessTree tree, PetriNet net, bool isNet, string path, Stream stream)
    {
        if (isNet)
        {
            PnmlWriter.Write(net, stream);
            return;
        }

        if (BpmnWriter.TasksOf(tree) is var tasks && tasks > BpmnWriter.MostTasks)
        {
            throw new Refused(Texts.Log_TooManyTasks.With(tasks, BpmnWriter.MostTasks));
        }

        BpmnWriter.Write(tree, stream, Path.GetFileNameWithoutExtension(path));
    }

    /// <summary>A net of blocks is sound by construction; where all its markings can be looked at they were, and have the last word.</summary>
    private static void WriteJson(TextWriter output, ProcessTree tree, PetriNet net, Soundness soundness)
    {
        using var text = new JsonText(output);
        text.Writer.WriteStartObject();
        text.Writer.WriteString("tree", tree.ToString());
        text.Writer.WriteNumber("places", net.Places.Length);
        text.Writer.WriteNumber("transitions", net.Transitions.Length);
        text.Writer.WriteNumber("silent", net.Transitions.Count(transition => transition.IsSilent));
        text.Writer.WriteBoolean("sound", soundness.Verdict != SoundnessVerdict.NotSound);
        text.Writer.WriteEndObject();
        text.End();
    }

    private static void WriteText(TextWriter output, string path, ProcessTree tree, PetriNet net)
    {
        output.WriteLine(tree);
        output.WriteLine(Texts.Log_Discovered.With(path, net.Places.Length, net.Transitions.Length, net.Transitions.Count(transition => transition.IsSilent)));
    }
}
