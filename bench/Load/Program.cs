using System.Globalization;
using Pupitre.Load;

// The measurements of the whole program, over HTTP, on SQLite: what the web has to do in how much time and memory.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var figures = new Figures();
string[] wanted = args.Length == 0 ? ["start", "grid", "log", "flows", "paper"] : args;
if (wanted.Contains("start"))
{
    await StartUp.MeasureAsync(figures);
}

if (wanted.Contains("acknowledged"))
{
    await Acknowledged.MeasureAsync(figures);
}

if (wanted.Contains("fec"))
{
    await BigFec.MeasureAsync(figures);
}

if (wanted.Contains("grid"))
{
    await GridOfSixty.MeasureAsync(figures);
}

if (wanted.Contains("log"))
{
    await BigLog.MeasureAsync(figures);
}

if (wanted.Contains("flows"))
{
    await BigFlows.MeasureAsync(figures);
}

if (wanted.Contains("map"))
{
    await MapAtScale.MeasureAsync(figures);
}

if (wanted.Contains("paper"))
{
    await PaperOfManyPages.MeasureAsync(figures);
}

figures.Print();
return figures.AllKept ? 0 : 1;
