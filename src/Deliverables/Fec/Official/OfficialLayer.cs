using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>The rules of the tax office's checker, in its order. TCD-17 is not checked since 2014.</summary>
internal sealed class OfficialLayer
{
    private readonly FecFile _file;
    private readonly OfficialRule[] _rules;
    private readonly Tcd02Schema _schema = new();
    private readonly Tcd03Ends _ends = new();
    private readonly Tcd05Columns _columns = new();
    private readonly Tcd08Direction _direction = new();
    private readonly Tcd09Lines _lines = new();
    private readonly Tcd10FieldCount _width = new();
    private OfficialRule[] _ofLines = [];
    private bool _isConverted;

    public OfficialLayer(FecFile file)
    {
        var isStrict = FecName.Parse(file.Name) is not { Year: < FecHeader.FirstStrictYear };
        _file = file;
        _rules =
        [
            _ends, _columns, new Tcd06RequiredColumns(), new Tcd07LegalColumns(isStrict), _direction, _lines, _width, new Tcd11Required(),
            new Tcd12Missing(isStrict), new Tcd13Account(), new Tcd14Amounts(), new Tcd15Dates(), new Tcd16Sides(),
        ];
    }

    public void Header(FecHeader header)
    {
        foreach (var rule in _rules)
        {
            rule.Begin(header);
        }

        _isConverted = header.IsConverted;
        _ofLines = [.. _rules.Where(rule => rule.IsOfLines && rule.GetType().GetMethod(nameof(OfficialRule.Line))!.DeclaringType != typeof(OfficialRule))];
    }

    /// <summary>Whether the lines of a finding are records: neither those of a schema nor the header.</summary>
    public static bool IsOfRecords(string rule) => rule is not ("TCD-02" or "TCD-05" or "TCD-06" or "TCD-07");

    public void EmptyLine(long number) => Array.ForEach(_rules, rule => rule.EmptyLine(number));

    public void SchemaError(long number, FindingFact what) => _schema.Add(number, what);

    public void ExtraColumns(IReadOnlyCollection<string> names) => _columns.Extra = [.. _columns.Extra.Union(names)];

    public void UnwritableSign(long number) => _ends.UnwritableSign(number);

    public void Line(FecLine line)
    {
        if (line.IsAlone && !_isConverted)
        {
            _lines.EmptyLine(line.Number);
            return;
        }

        _lines.HasLines = true;
        if (!line.Fits)
        {
            _width.Misfit(line);
        }

        foreach (var rule in _ofLines)
        {
            rule.Line(line);
        }
    }

    /// <summary>The verdict on a flat file, an XML file, or one that rule TCD-04 refuses (null).</summary>
    public OfficialReport Report(FecSeparator? separator)
    {
        if (Tcd01Name.Find(_file) is { } misnamed)
        {
            return new(OfficialVerdict.Refused, [misnamed]);
        }

        if (separator is null)
        {
            return new(OfficialVerdict.Refused, [Tcd04Separator.Find()]);
        }

        ImmutableArray<OfficialFinding> findings = _schema.Find() is { } error ? [error]
            : _direction.HasStopped ? [.. _ends.Findings(), .. _columns.TrailingSeparator(), .. _direction.Findings()]
            : OfLines();
        return new(findings.Any(finding => finding.Forbids) ? OfficialVerdict.NonConforming : OfficialVerdict.Conforming, findings);
    }

    private ImmutableArray<OfficialFinding> OfLines()
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
