using System.Collections.Immutable;
using System.Text;

namespace Pupitre.Deliverables.Fec;

/// <summary>One check: tells each line to the official layer, to the books and to the controls, and makes the report at the end.</summary>
internal sealed class FecRun : IFecSink, IDisposable
{
    private readonly FecFile _file;
    private readonly CancellationToken _token;
    private readonly FecOptions _options;
    private readonly FecName? _name;
    private readonly DateOnly? _declaredClosing;
    private readonly OfficialLayer _official;
    private readonly RunningBooks _books;
    private readonly YearSpan _span;
    private readonly Fec08Lettering _lettering;
    private readonly Fec13Benford _benford;
    private readonly Fec09Vat _vat;
    private readonly ValidationDelays _delays = new();
    private readonly Control[] _controls;
    private readonly Control[] _looking;
    private readonly Control[] _following;

    public FecRun(FecFile file, FecOptions options, bool isCompared, CancellationToken token, DateOnly? declaredClosing = null)
    {
        _declaredClosing = declaredClosing;
        _token = token;
        _books = new(isCompared);
        (_file, _options, _name) = (file, options, FecName.Parse(file.Name));
        _official = new(file);
        _span = new(options, _name);
        _benford = new(options.Thresholds);
        _vat = new(options.Thresholds);
        _lettering = new((Earlier(options.ReceivedOn, _span.Closing) ?? _span.Closing ?? DateOnly.MinValue).DayNumber);
        DateOnly? deadline = options.FilingDeadline ?? (_span.Closing is { } closing ? FilingDeadline.Of(closing, options.Zone) : null);
        _controls =
        [
            new Fec01Company(), new Fec02Balance(), new Fec03Numbering(), new Fec04Dates(options.Thresholds), new Fec05Validation(deadline), new Fec06Opening(),
            new Fec07Suspense(), _lettering, _vat, new Fec10Signs(), new Fec11Twice(), new Fec12DaysOff(options.Zone), _benford,
            new Fec14Habits(options.Thresholds, _span.Closing), new Fec14Names(), new Fec15Filed(), new Fec16UpToDate(), new Fec17Reception(),
        ];
        _looking = [.. _controls.Where(control => Overrides(control, nameof(Control.Look)))];
        _following = [.. _controls.Where(control => Overrides(control, nameof(Control.Line)))];
    }

    /// <summary>The closing that name and entries agree on, when another one was declared: the year to check, and a question to ask; else null.</summary>
    public DateOnly? OtherClosing => _span.IsOfNamedYear(_books.Lines, _options.Thresholds.MostShareOutsideYear) ? _span.Named : null;

    public void Header(FecHeader header) => _official.Header(header);

    public void EmptyLine(long number) => _official.EmptyLine(number);

    public void SchemaError(long number, FindingFact what) => _official.SchemaError(number, what);

    public void ExtraColumns(IReadOnlyCollection<string> names) => _official.ExtraColumns(names);

    public void UnwritableSign(long number) => _official.UnwritableSign(number);

    public void Judge(FecLine line) => _official.Line(line);

    public void Look(FecLine line)
    {
        _delays.Line(line);
        foreach (var control in _looking)
        {
            control.Look(line);
        }
    }

    public void Line(FecLine line)
    {
        _books.Add(line);
        _span.Line(line, _books);
        foreach (var control in _following)
        {
            control.Line(line, _books);
        }
    }

    public void Dispose()
    {
        _books.Dispose();
        Array.ForEach(_controls, control => control.Dispose());
    }

    public FecReport Report(FecFormat format, bool isWhole, IReadOnlyList<ReadBefore> before)
    {
        var official = Placed(_official.Report(format.Separator));
        if (!isWhole)
        {
            // What was read of it is no whole file: no figure of it is given for one.
            return new(_file.Name, format, official, [], [.. _controls.Select(control => control.Id).Distinct().Select(id => new ControlNotRun(id, "WholeFile"))],
                new(0, 0, 0, 0, 0.00m, 0.00m, null, null), new(_span.Opening, _span.Closing, IsInterim: false, AsOf: null), FecBooks.Empty, null, null);
        }

        var text = FileText.Of(format);
        var year = Year();
        var earlier = before.FirstOrDefault(IsSameYear) is { } state ? new PreviousFile(state.Books, state.Text) : null;
        var yearBefore = before.FirstOrDefault(file => !IsSameYear(file)) is { } closed ? new PreviousFile(closed.Books, closed.Text) : null;
        var matter = new ControlMatter(_books, year, _span, _options, _name, earlier, yearBefore, text, _declaredClosing);
        return new(
            _file.Name,
            format,
            official,
            Ordered(_controls.SelectMany(control => control.Find(matter)).Select(Placed)),
            [.. _controls.SelectMany(control => control.Missing(matter).Select(missing => new ControlNotRun(control.Id, missing)))],
            Summary(),
            year,
            MakeBooks.Run(matter, _lettering, Open(year), _benford, _vat, _delays),
            earlier is null ? null : MakeComparison.Run(earlier, matter),
            yearBefore is null ? null : CompareOpening.Run(yearBefore.Books, _books, text));
    }

    /// <summary>Findings name physical lines; where several records may share one, they keep their numbers beside.</summary>
    private ControlFinding Placed(ControlFinding finding) => _books.HasRecords ? finding with { Lines = Physical(finding.Lines), Records = finding.Lines } : finding;

    private OfficialReport Placed(OfficialReport report) => !_books.HasRecords ? report : report with
    {
        Findings =
        [
            .. report.Findings.Select(finding => OfficialLayer.IsOfRecords(finding.Rule) ? finding with { Lines = Physical(finding.Lines), Records = finding.Lines } : finding),
        ],
    };

    private ImmutableArray<long> Physical(ImmutableArray<long> numbers) => [.. numbers.Select(_books.PhysicalOf).Distinct()];

    private static bool Overrides(Control control, string method) => control.GetType().GetMethod(method)!.DeclaringType != typeof(Control);

    /// <summary>Ages are counted to the closing; when the file turns out to end earlier it is read a second time.</summary>
    private OpenItems Open(FecYear year)
    {
        if (year.AsOf is not { } asOf || asOf.DayNumber == _lettering.Open.AsOf)
        {
            return _lettering.Open;
        }

        var again = new OpenItemsAgain(_books, asOf.DayNumber);
        FecReader.Read(_file, again, _token);
        return again.Items;
    }

    /// <summary>FEC-16 first, since it is what an owner reads first; then by severity and rule.</summary>
    private static ImmutableArray<ControlFinding> Ordered(IEnumerable<ControlFinding> findings) =>
        [.. findings.OrderByDescending(finding => finding.Rule == "FEC-16").ThenBy(finding => finding.Severity).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];

    private FecYear Year()
    {
        DateOnly? last = _books.LastDay > 0 ? DateOnly.FromDayNumber(_books.LastDay) : null;
        if (_span.Closing is not { } closing || last is not { } end)
        {
            return new(_span.Opening, _span.Closing, IsInterim: false, Earlier(_options.ReceivedOn, last) ?? last);
        }

        var isOther = _span.Outside.Count > _books.Lines * _options.Thresholds.MostShareOutsideYear;
        var isInterim = !isOther && end < closing.AddDays(-_options.Thresholds.InterimDays);
        var asOf = isOther ? end : isInterim ? Earlier(_options.ReceivedOn ?? end, closing) : Earlier(_options.ReceivedOn, closing) ?? closing;
        return new(_span.Opening, closing, isInterim, asOf);
    }

    private static DateOnly? Earlier(DateOnly? first, DateOnly? second) => first < second ? first : second;

    /// <summary>Of two files of one year the names agree, or the entries of the earlier one reach into the days of the later one.</summary>
    private bool IsSameYear(ReadBefore before) =>
        (before.Name is { } earlier && _name is { } name && earlier.DateText == name.DateText) || before.Books.LastDay >= _books.FirstDay;

    private FecSummary Summary() => new(
        _books.Lines,
        _books.Entries.Count,
        Named(_books.Journals),
        Named(_books.Accounts),
        _books.Debit.ToDecimal(),
        _books.Credit.ToDecimal(),
        _books.FirstDay > 0 ? DateOnly.FromDayNumber(_books.FirstDay) : null,
        _books.LastDay > 0 ? DateOnly.FromDayNumber(_books.LastDay) : null);

    private static int Named(NameTable names) => names.Count - (names.Find(0, default) >= 0 ? 1 : 0);
}
