using System.Globalization;
using System.Text.Json;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary>Writes what <c>log conform</c> found, for programs or for people.</summary>
internal static class ConformanceText
{
    public static void WriteJson(TextWriter output, ConformanceFigures figures)
    {
        using var text = new JsonText(output);
        var json = text.Writer;
        json.WriteStartObject();
        json.WriteString("method", figures.Method);
        json.WriteNumber("cases", figures.Cases);
        json.WriteNumber("solvedCases", figures.SolvedCases);
        WriteCount(json, "fittingCases", figures, figures.FittingCases);
        WriteCount(json, "deviations", figures, figures.Deviations);
        WriteShare(json, "meanTraceFitness", figures.MeanTraceFitness);
        WriteShare(json, "logFitness", figures.LogFitness);
        foreach (var (name, tokens) in Tokens(figures.Replay))
        {
            json.WriteNumber(name, tokens);
        }

        json.WriteStartArray("moves");
        foreach (var move in figures.Moves)
        {
            json.WriteStartObject();
            json.WriteString("activity", move.Activity);
            json.WriteString("kind", move.Kind == MoveKind.Skipped ? "skipped" : "inserted");
            json.WriteNumber("count", move.Count);
            json.WriteNumber("cases", move.Cases);
            json.WriteEndObject();
            text.Pass();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        text.End();
    }

    public static void WriteTable(TextWriter output, ConformanceFigures figures)
    {
        LogText.Write(output, "<>",
        [
            [Texts.Log_Cases, LogText.Count(figures.Cases)],
            .. figures.UnsolvedCases == 0 ? Array.Empty<string[]>() : [[Texts.Log_UnsolvedCases, LogText.Count(figures.UnsolvedCases)]],
            [Texts.Log_FittingCases, Count(figures, figures.FittingCases)],
            [Texts.Log_Deviations, Count(figures, figures.Deviations)],
            [Texts.Log_MeanFitness, Share(figures.MeanTraceFitness)],
            [Texts.Log_LogFitness, Share(figures.LogFitness)],
            .. figures.Precision is null ? Array.Empty<string[]>() : [[Texts.Log_Precision, Share(figures.Precision)]],
            .. Tokens(figures.Replay).Select(row => new[] { Heading(row.Name), LogText.Count(row.Tokens) }),
        ]);
        if (figures.Moves.IsEmpty)
        {
            return;
        }

        output.WriteLine();
        LogText.Write(output, "<<>>",
        [
            [Texts.Log_DeviatingActivity, Texts.Log_DeviationKind, Texts.Log_Times, Texts.Log_Cases],
            .. figures.Moves.Select(move => new[] { move.Activity, move.Kind == MoveKind.Skipped ? Texts.Log_Skipped : Texts.Log_Inserted, LogText.Count(move.Count), LogText.Count(move.Cases) }),
        ]);
    }

    private static (string Name, long Tokens)[] Tokens(TokenReplay? replay) =>
        replay is null ? [] : [("produced", replay.Produced), ("consumed", replay.Consumed), ("missing", replay.Missing), ("remaining", replay.Remaining)];

    private static string Heading(string name) => name switch
    {
        "produced" => Texts.Log_Produced,
        "consumed" => Texts.Log_Consumed,
        "missing" => Texts.Log_Missing,
        _ => Texts.Log_Remaining,
    };

    /// <summary>Where no case is solved, nothing is known of any: that is not nought.</summary>
    private static void WriteCount(Utf8JsonWriter json, string name, ConformanceFigures figures, long count)
    {
        if (figures.IsKnown)
        {
            json.WriteNumber(name, count);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Count(ConformanceFigures figures, long count) => figures.IsKnown ? LogText.Count(count) : "-";

    private static void WriteShare(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Share(double? share) => share is { } known ? known.ToString("0.0000", CultureInfo.CurrentCulture) : "-";
}
