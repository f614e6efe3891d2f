using System.CommandLine;
using Pupitre.App.Commands.Measure;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary><c>pupitre log conform LOG --model MODEL</c>: which cases run as the model says, and where the others depart from it.</summary>
internal static class LogConformCommand
{
    public static Command Create(Terminal terminal)
    {
        var log = new LogArguments();
        var model = new Option<string>("--model") { Description = Texts.Log_Model, Required = true, HelpName = "MODEL.bpmn|MODEL.pnml" };
        var method = new Option<string>("--method") { Description = Texts.Log_Method, DefaultValueFactory = _ => ConformanceFigures.Alignments };
        method.AcceptOnlyFromAmong(ConformanceFigures.Alignments, ConformanceFigures.TokenReplay);
        var command = new Command("conform", Texts.Log_Conform) { model, method };
        log.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var loaded = log.Load(parsed, terminal, token);
            var figures = Figures(parsed.GetRequiredValue(model), loaded, parsed.GetValue(method) == ConformanceFigures.TokenReplay, terminal, token);
            if (log.IsJson(parsed))
            {
                ConformanceText.WriteJson(terminal.Out, figures);
            }
            else
            {
                ConformanceText.WriteTable(terminal.Out, figures);
            }

            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    private static ConformanceFigures Figures(string path, EventLog log, bool byReplay, Terminal terminal, CancellationToken token)
    {
        try
        {
            var model = ModelFile.Read(LogPath.Open(terminal, path), log.Activities, token);
            foreach (var warning in model.Warnings)
            {
                terminal.Error.WriteLine(warning);
            }

            return byReplay ? ByReplay(log, model.Net, terminal.Error, token) : ByAlignments(log, model.Net, terminal.Error, token);
        }
        catch (UnreadableModel unreadable)
        {
            throw new Refused(Texts.Log_UnreadableModel.With(path, unreadable.Line is { } line ? Texts.Cli_AtLine.With(line) : "", unreadable.Message), "--model");
        }
        catch (UnusableModel unusable)
        {
            throw new Refused(Texts.Log_UnreadableModel.With(path, "", unusable.Message), "--model");
        }
    }

    private static ConformanceFigures ByReplay(EventLog log, PetriNet net, TextWriter notices, CancellationToken token)
    {
        if (net.Transitions.Any(transition => transition.IsSilent))
        {
            notices.WriteLine(Texts.Log_ReplayIsHeuristic);
        }

        return ConformanceFigures.Of(ReplayVariants.Run(log.Variants, net, token), log);
    }

    private static ConformanceFigures ByAlignments(EventLog log, PetriNet net, TextWriter notices, CancellationToken token)
    {
        var alignments = AlignVariants.Run(log.Variants, net, token: token);
        if (!alignments.Explored.Dead.IsEmpty)
        {
            notices.WriteLine(Texts.Log_DeadSteps.With(alignments.Explored.Dead.Length, string.Join(", ", alignments.Explored.Dead.Select(step => step.Label ?? step.Id).Take(ConformanceFigures.MostNamed))));
        }

        if (alignments.UnsolvedCases > 0)
        {
            notices.WriteLine(Texts.Log_Unsolved.With(alignments.UnsolvedCases, alignments.UnsolvedVariants));
        }

        return ConformanceFigures.Of(alignments, log, token);
    }
}
