using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DuckDB.NET.Data;
using Pupitre.Load;
using Pupitre.Mining;

namespace Pupitre.MiningBench;

/// <summary>One thing measured in a process of its own: it writes its times in milliseconds, then its peak of memory in MB.</summary>
internal static class Parts
{
    public static void Run(string part, string file, int passes)
    {
        Action act = part switch
        {
            "bare" => () => Bare(file),
            "xes" => () => EventLog.Load(File.OpenRead(file)),
            "csv" => () => DirectlyFollowsGraph.Of(EventLog.Load(File.OpenRead(file)).Whole),
            "duckdb" => () => DuckDb(file),
            "statistics" => Statistics(file),
            _ => throw new ArgumentException(part),
        };
        for (var pass = 0; pass < passes; pass++)
        {
            var started = Stopwatch.GetTimestamp();
            act();
            Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        }

        Console.WriteLine(Figures.PeakMegabytes(Environment.ProcessId).ToString(CultureInfo.InvariantCulture));
    }

    private static void Bare(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var xml = XmlReader.Create(gzip, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (xml.Read())
        {
        }
    }

    /// <summary>Graph, variants and rework of a log that is loaded; of a new view each time, so that nothing is remembered.</summary>
    private static Action Statistics(string file)
    {
        var log = EventLog.Load(File.OpenRead(file));
        return () =>
        {
            var view = log.Whole.Where(new DurationFilter(null, null));
            DirectlyFollowsGraph.Of(view);
            Rework.Of(view);
        };
    }

    /// <summary>The same graph by DuckDB, straight from the file; ties of time in the order that it happens to choose.</summary>
    private static void DuckDb(string file)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            select a, b, count(*), avg(epoch(u) - epoch(t)), median(epoch(u) - epoch(t))
            from (select "concept:name" a, lead("concept:name") over w b, "time:timestamp" t, lead("time:timestamp") over w u
                  from read_csv('{file}') window w as (partition by "case:concept:name" order by "time:timestamp"))
            where b is not null group by a, b order by 3 desc, 1, 2
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
        }
    }
}
