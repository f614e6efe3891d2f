using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary>What people should know about how a log was read.</summary>
internal static class LogNotices
{
    private const int MostLines = 10;

    public static void Write(EventLog log, TextWriter notices)
    {
        foreach (var guess in log.Guesses)
        {
            notices.WriteLine(guess);
        }

        var left = log.LeftOut;
        if (left.Total > 0)
        {
            notices.WriteLine(Texts.Measure_LeftOut.With(left.Total, left.WithoutCase, left.WithoutActivity, left.WithoutTime, left.FirstLine));
            notices.WriteLine(Texts.Log_LeftOutLines.With(Some(left.Listed.Select(item => LogText.Count(item.Line)), left.Total)));
        }

        if (left.EmptyCases > 0)
        {
            notices.WriteLine(Texts.Log_EmptyCases.With(left.EmptyCases, Some(left.EmptyCaseNames, left.EmptyCaseNames.Count)));
        }

        Write(notices, Texts.Log_OtherTransitions, log.OfOtherTransitions);
        Write(notices, Texts.Measure_DaysAsMidnight, log.DaysWithoutHour);
    }

    private static void Write(TextWriter notices, string text, long count)
    {
        if (count > 0)
        {
            notices.WriteLine(text.With(count));
        }
    }

    private static string Some(IEnumerable<string> all, long count) => string.Join(", ", all.Take(MostLines)) + (count > MostLines ? ", …" : "");
}
