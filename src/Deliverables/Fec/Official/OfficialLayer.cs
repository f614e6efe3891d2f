using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>The rules of the tax office's checker, in its order. TCD-03 is how lines are cut, and TCD-17 is not checked since 2014.</summary>
internal sealed class OfficialLayer(FecFile file)
{
    private readonly OfficialRule[] _rules =
    [
        new Tcd05Columns(), new Tcd06RequiredColumns(), new Tcd07LegalColumns(), new Tcd08Direction(), new Tcd09Lines(), new Tcd10FieldCount(),
        new Tcd11Required(), new Tcd12Missing(), new Tcd13Account(), new Tcd14Amounts(), new Tcd15Dates(), new Tcd16Sides(),
    ];

    private readonly Tcd02Schema _schema = new();
    private OfficialRule[] _ofLines = [];

    public void Header(FecHeader header)
    {
        foreach (var rule in _rules)
        {
            rule.Begin(header);
        }

        _ofLines = [.. _rules.Where(rule => rule.GetType().GetMethod(nameof(OfficialRule.Line))!.DeclaringType != typeof(OfficialRule))];
    }

    public void EmptyLine(long number) => Array.ForEach(_rules, rule => rule.EmptyLine(number));

    public void SchemaError(long number, FindingFact what) => _schema.Add(number, what);

    public void Line(FecLine line)
    {
        if (!line.Fits)
        {
            Array.ForEach(_rules, rule => rule.Misfit(line));
            return;
        }

        foreach (var rule in _ofLines)
        {
            rule.Line(line);
        }
    }

    /// <summary>The verdict on a flat file, an XML file, or one that rule TCD-04 refuses (null).</summary>
    public OfficialReport Report(FecSeparator? separator)
    {
        if (Tcd01Name.Find(file) is { } misnamed)
        {
            return new(OfficialVerdict.Refused, [misnamed]);
        }

        if (separator is null)
        {
            return new(OfficialVerdict.Refused, [Tcd04Separator.Find()]);
        }

        var findings = separator == FecSeparator.Xml ? _schema.Find() is { } error ? [error] : [] : Flat();
        return new(findings.Any(finding => finding.Forbids) ? OfficialVerdict.NonConforming : OfficialVerdict.Conforming, findings);
    }

    private ImmutableArray<OfficialFinding> Flat()
    {
        var findings = ImmutableArray.CreateBuilder<OfficialFinding>();
        foreach (var rule in _rules)
        {
            var before = findings.Count;
            findings.AddRange(rule.Findings());
            if (findings.Count > before && rule.Stops)
            {
                break;
            }
        }

        return findings.ToImmutable();
    }
}
