using System.Globalization;
using Pupitre.Load;

// The measurements of the whole program, over HTTP, on SQLite: what the web has to do in how much time and memory.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var figures = new Figures();

// "--program FOLDER": where a published program lies already; else the parts that need one publish the tree that they are run in.
var at = Array.IndexOf(args, "--program");
var published = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
string[] wanted = at >= 0 ? args[..at] : args;
wanted = wanted.Length == 0 ? ["start", "web", "command", "grid", "log", "flows", "paper"] : wanted;
if (wanted.Contains("start"))
{
    await StartUp.MeasureAsync(figures, published);
}

if (wanted.Contains("web"))
{
    await WarmPages.MeasureAsync(figures, published);
}

if (wanted.Contains("command"))
{
    await WholeCheck.MeasureAsync(figures, published);
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

if (wanted.Contains("mailbox"))
{
    await MailboxOfThousands.MeasureAsync(figures);
}

if (wanted.Contains("paper"))
{
    await PaperOfManyPages.MeasureAsync(figures);
}

figures.Print();
return figures.AllKept ? 0 : 1;
