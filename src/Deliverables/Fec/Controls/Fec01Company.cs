using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-01: the file is that of the company and of the year that it says.</summary>
internal sealed class Fec01Company() : Control("FEC-01")
{
    public override IEnumerable<ControlFinding> Find(ControlMatter matter) => [.. OfName(matter), .. OfYear(matter)];

    public override IEnumerable<string> Missing(ControlMatter matter)
    {
        if (matter.Options.Siren is null)
        {
            yield return "Siren";
        }

        if (!matter.Span.IsKnown)
        {
            yield return "Closing";
        }
    }

    private IEnumerable<ControlFinding> OfName(ControlMatter matter)
    {
        if (matter.Name is not { } name)
        {
            yield break;
        }

        if (name.Siren is not { } siren)
        {
            yield return Found("NotSiren", ControlSeverity.Major, 1, null, [], FindingFact.Of(name.Prefix));
            yield break;
        }

        if (matter.Options.Siren is { } expected && expected != siren)
        {
            yield return Found("OtherCompany", ControlSeverity.Major, 1, null, [], FindingFact.Of(siren), FindingFact.Of(expected));
        }

        if (!Siren.HasValidKey(siren))
        {
            yield return Found("Key", ControlSeverity.Info, 1, null, [], FindingFact.Of(siren));
        }
    }

    private IEnumerable<ControlFinding> OfYear(ControlMatter matter)
    {
        if (matter is not { Span: { IsKnown: true } span, Year: { Closing: { } closing, Opening: { } opening } year })
        {
            yield break;
        }

        var books = matter.Books;
        if (matter.DeclaredClosing is { } declared)
        {
            yield return Found("ClosingDiffers", ControlSeverity.Major, 1, null, [], FindingFact.Of(declared), FindingFact.Of(closing));
        }
        else if (matter.Options.Closing is not null && matter.Name?.Closing is { } named && named != closing)
        {
            var isInside = named >= opening && named < closing;
            yield return Found(isInside ? "NamedInside" : "NamedOtherwise", isInside ? ControlSeverity.Info : ControlSeverity.Major, 1, null, [], FindingFact.Of(named), FindingFact.Of(closing));
        }

        if (books.LastDay == 0)
        {
            yield break;
        }

        var (first, last) = (FindingFact.Of(DateOnly.FromDayNumber(books.FirstDay)), FindingFact.Of(DateOnly.FromDayNumber(books.LastDay)));
        if (matter.IsOfAnotherYear)
        {
            yield return Found("OtherYear", ControlSeverity.Major, span.Outside, first, last, FindingFact.Of(opening), FindingFact.Of(closing));
        }
        else if (year.IsInterim)
        {
            yield return Found("Interim", ControlSeverity.Info, 1, null, [], last, FindingFact.Of(closing));
        }
        else if (span.IsLongFirstYear)
        {
            yield return Found("LongYear", ControlSeverity.Info, 1, null, [], first, FindingFact.Of(closing));
        }
    }
}
