using System.Globalization;
using Pupitre.Load;
using Pupitre.MiningBench;

// The measurements of the mining engine on the public logs, each in a process of its own so that its peak of memory is its own.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--part", var part, var file, var passes])
{
    Parts.Run(part, file, int.Parse(passes, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["--replicate", var log, var csv, var copies])
{
    ReplicatedCsv.Write(log, csv, int.Parse(copies, CultureInfo.InvariantCulture));
    return 0;
}

var figures = new Figures();
string[] wanted = args.Length == 0 ? ["xes", "csv", "discover", "align"] : args;
if (wanted.Contains("xes"))
{
    RoadTraffic.MeasureXes(figures);
}

if (wanted.Contains("csv"))
{
    RoadTraffic.MeasureCsv(figures);
}

if (wanted.Contains("discover"))
{
    Discovering.Measure(figures);
}

if (wanted.Contains("align"))
{
    Aligning.Measure(figures);
}

figures.Print();
return figures.AllKept ? 0 : 1;
