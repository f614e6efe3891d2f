using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Pupitre.Mining;

namespace Pupitre.MiningBench;

/// <summary>Writes a log several times over into one CSV, each copy with cases of its own: one event a line, case, activity and time with its offset.</summary>
internal static class ReplicatedCsv
{
    private static readonly InstantPattern Seconds = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'+00:00'");

    public static void Write(string log, string csv, int copies)
    {
        var loaded = EventLog.Load(File.OpenRead(log));
        using var output = new StreamWriter(csv, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 20);
        output.Write("case:concept:name,concept:name,time:timestamp\n");
        for (var copy = 0; copy < copies; copy++)
        {
            for (var number = 0; number < loaded.CaseCount; number++)
            {
                Write(output, loaded, number, copy);
            }
        }
    }

    private static void Write(StreamWriter output, EventLog log, int number, int copy)
    {
        for (var item = log.CaseOffsets[number]; item < log.CaseOffsets[number + 1]; item++)
        {
            output.Write(log.CaseNames[number]);
            output.Write('_');
            output.Write(copy.ToString(CultureInfo.InvariantCulture));
            output.Write(',');
            output.Write(log.Activities[log.EventActivities[item]]);
            output.Write(',');
            output.Write(Seconds.Format(Instant.FromUnixTimeTicks(log.EventTicks[item])));
            output.Write('\n');
        }
    }
}
