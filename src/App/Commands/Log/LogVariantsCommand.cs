using System.CommandLine;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary><c>pupitre log variants LOG [--top N]</c>: the distinct ways through the process, most frequent first.</summary>
internal static class LogVariantsCommand
{
    private const string Arrow = " → ";

    public static Command Create(Terminal terminal)
    {
        var log = new LogArguments();
        var top = new Option<int?>("--top") { Description = Texts.Log_Top };
        var command = new Command("variants", Texts.Log_Variants) { top };
        log.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var most = parsed.GetValue(top) ?? int.MaxValue;
            if (most < 1)
            {
                throw new Refused(Texts.Log_BadTop.With(most), "--top");
            }

            var variants = log.Load(parsed, terminal, token).Variants;
            Write(terminal.Out, variants, Math.Min(most, variants.Count), log.IsJson(parsed));
            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    private static void Write(TextWriter output, VariantTable variants, int count, bool isJson)
    {
        if (isJson)
        {
            WriteJson(output, variants, count);
            return;
        }

        LogText.Write(output, ">><",
        [
            [Texts.Log_Cases, Texts.Log_Share, Texts.Log_Way],
            .. Enumerable.Range(0, count).Select(variant => new[] { LogText.Count(variants.CasesOf(variant)), LogText.Percent(Share(variants, variant)), Way(variants, variant) }),
        ]);
    }

    private static void WriteJson(TextWriter output, VariantTable variants, int count)
    {
        using var text = new JsonText(output);
        text.Writer.WriteStartObject();
        text.Writer.WriteStartArray("variants");
        for (var variant = 0; variant < count; variant++)
        {
            text.Writer.WriteStartObject();
            text.Writer.WriteNumber("count", variants.CasesOf(variant));
            text.Writer.WriteNumber("share", Share(variants, variant));
            text.Writer.WriteStartArray("activities");
            foreach (var activity in variants[variant])
            {
                text.Writer.WriteStringValue(variants.Names[activity]);
                text.Pass();
            }

            text.Writer.WriteEndArray();
            text.Writer.WriteEndObject();
        }

        text.Writer.WriteEndArray();
        text.Writer.WriteEndObject();
        text.End();
    }

    private static double Share(VariantTable variants, int variant) => (double)variants.CasesOf(variant) / variants.CaseCount;

    private static string Way(VariantTable variants, int variant)
    {
        var names = new List<string>();
        foreach (var activity in variants[variant])
        {
            names.Add(variants.Names[activity]);
        }

        return string.Join(Arrow, names);
    }
}
