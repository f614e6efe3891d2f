namespace Pupitre.Deliverables.Fec;

/// <summary>One data line, as bytes and as the values that rules share. The reader uses it again for another line: nobody keeps it.</summary>
internal sealed class FecLine
{
    private readonly int[] _starts = new int[FecColumns.Count];
    private readonly int[] _lengths = new int[FecColumns.Count];
    private byte[] _bytes = [];
    private int _filled;
    private int _firstStart;
    private int _firstLength;

    /// <summary>
    /// Its own number, ascending: what is kept of a line is kept by it. Of a flat file the physical one, the header being 1; of XML that of the record.
    /// </summary>
    public long Number { get; private set; }

    /// <summary>Physical number in the file. Several records of an XML file may share one.</summary>
    public long Physical { get; private set; }

    /// <summary>Whether it has as many fields as the header. The fields of another are read by position, as far as they go.</summary>
    public bool Fits { get; private set; }

    /// <summary>Whether it is one field alone: an empty line to the tax office's tool.</summary>
    public bool IsAlone { get; set; }

    /// <summary>Whether blanks stand around Sens, and a no-break space among them.</summary>
    public (bool Any, bool NoBreak) SidePadding { get; private set; }

    /// <summary>Whether both sides are written with a comma and two decimals, or blank.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>The first field as written: of it alone the tax office's tool keeps the blanks in front.</summary>
    public ReadOnlySpan<byte> First => new(_bytes, _firstStart, _firstLength);

    /// <summary>Whether the first field begins with a blank, and holds more than that.</summary>
    public bool IsIndented => First is [(byte)' ' or 0xA0, ..] or [0xC2, 0xA0, ..] && Blanks.Trim(First).Length > 0;

    /// <summary>Whether the file writes Montant and Sens instead of Debit and Credit.</summary>
    public bool HasDirection { get; set; }

    /// <summary>The amount of the line without its sign, in cents, when it is written plainly on one side; else -1.</summary>
    public long Cents { get; private set; }

    /// <summary>The forms of all its dates: one bit for each <see cref="DayForm"/>.</summary>
    public int DayForms { get; private set; }

    public Amount Debit { get; private set; }

    public Amount Credit { get; private set; }

    public AmountForm DebitForm { get; private set; }

    public AmountForm CreditForm { get; private set; }

    public AmountForm CurrencyForm { get; private set; }

    public Day EntryDay { get; private set; }

    public Day PieceDay { get; private set; }

    public Day ValidDay { get; private set; }

    public Day LetterDay { get; private set; }

    public Day PaidDay { get; private set; }

    /// <summary>Debit less credit.</summary>
    public Amount Balance { get; private set; }

    public ReadOnlySpan<byte> this[FecColumn column] => IsBlank(column) ? default : new(_bytes, _starts[(int)column], _lengths[(int)column]);

    public bool HasDay(DayForm form) => (DayForms & (1 << (int)form)) != 0;

    public bool IsBlank(FecColumn column) => (_filled & FecColumns.Bit(column)) == 0;

    /// <summary>Which of several columns are blank, one bit each as <see cref="FecColumns.Bit"/> gives it.</summary>
    public int BlanksOf(int columns) => columns & ~_filled;

    /// <summary>Begins a line over <paramref name="bytes"/>; every column is blank until it is set.</summary>
    public void Begin(byte[] bytes, long number) => Begin(bytes, number, number);

    /// <inheritdoc cref="Begin(byte[], long)"/>
    public void Begin(byte[] bytes, long number, long physical)
    {
        _bytes = bytes;
        (Number, Physical) = (number, physical);
        (Fits, IsAlone) = (true, false);
        (_filled, _firstLength) = (0, 0);
        SidePadding = default;
    }

    public void SetFirst(int start, int length) => (_firstStart, _firstLength) = (start, length);

    public void SetPadding(ReadOnlySpan<byte> side) => SidePadding = (true, side.IndexOf((byte)0xA0) >= 0);

    public void Set(FecColumn column, int start, int length)
    {
        _starts[(int)column] = start;
        _lengths[(int)column] = length;
        _filled |= length > 0 ? FecColumns.Bit(column) : 0;
    }

    /// <summary>Computes the values once every column is set.</summary>
    public void End(bool fits, DayTexts days)
    {
        Fits = fits;
        EntryDay = days.Entry.Parse(this[FecColumn.EcritureDate]);
        PieceDay = days.Piece.Parse(this[FecColumn.PieceDate]);
        ValidDay = days.Valid.Parse(this[FecColumn.ValidDate]);
        LetterDay = days.Letter.Parse(this[FecColumn.DateLet]);
        PaidDay = days.Paid.Parse(this[FecColumn.DateRglt]);
        DayForms = (1 << (int)EntryDay.Form) | (1 << (int)PieceDay.Form) | (1 << (int)ValidDay.Form) | (1 << (int)LetterDay.Form) | (1 << (int)PaidDay.Form);
        CurrencyForm = IsBlank(FecColumn.Montantdevise) ? AmountForm.Blank : AmountText.Parse(this[FecColumn.Montantdevise], out _);
        Cents = -1;
        if (HasDirection)
        {
            EndDirected();
        }
        else
        {
            EndSides();
        }

        Balance = Debit - Credit;
    }

    private void EndSides()
    {
        var debitText = this[FecColumn.Debit];
        var creditText = this[FecColumn.Credit];
        if (AmountText.TryPlain(debitText, out var debitCents) && AmountText.TryPlain(creditText, out var creditCents))
        {
            DebitForm = debitText.IsEmpty ? AmountForm.Blank : AmountForm.Allowed;
            CreditForm = creditText.IsEmpty ? AmountForm.Blank : AmountForm.Allowed;
            IsPlain = true;
            (Debit, Credit) = (Amount.FromCents(debitCents), Amount.FromCents(creditCents));
            Cents = debitCents == 0 ? creditCents : creditCents == 0 ? debitCents : -1;
            return;
        }

        IsPlain = false;
        DebitForm = AmountText.Parse(debitText, out var debit);
        CreditForm = AmountText.Parse(creditText, out var credit);
        (Debit, Credit) = (debit, credit);
    }

    private void EndDirected()
    {
        IsPlain = AmountText.TryPlain(this[FecColumn.Montant], out _);
        DebitForm = AmountText.Parse(this[FecColumn.Montant], out var amount);
        CreditForm = AmountForm.Blank;
        var isCredit = this[FecColumn.Sens] is [(byte)'C' or (byte)'c'] or [(byte)'-', (byte)'1'];
        (Debit, Credit) = isCredit ? (default(Amount), amount) : (amount, default(Amount));
    }
}
