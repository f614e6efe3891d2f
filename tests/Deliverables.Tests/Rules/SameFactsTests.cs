using System.Globalization;
using Pupitre.Deliverables.Fec;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>A figure does not depend on how the same facts are written: on which side, under which sub-account, under which entry number, in which order.</summary>
public sealed class SameFactsTests
{
    [Theory]
    [InlineData("44571", "20,00", "0,00")]
    [InlineData("44571", "0,00", "-20,00")]
    [InlineData("445710", "20,00", "0,00")]
    [InlineData("4457", "20,00", "0,00")]
    [InlineData("44572", "20,00", "0,00")]
    public void A_credit_note_takes_tax_away_however_it_is_written(string account, string debit, string credit)
    {
        var report = Read(
            Line("VE", "1", "20220105", "411000", "120,00", "0,00"), Line("VE", "1", "20220105", "706000", "0,00", "100,00"), Line("VE", "1", "20220105", account, "0,00", "20,00"),
            Line("VE", "2", "20220110", "411000", "180,00", "0,00"), Line("VE", "2", "20220110", "706000", "0,00", "150,00"), Line("VE", "2", "20220110", account, "0,00", "30,00"),
            Line("VE", "3", "20220120", "411000", "-120,00", "0,00"), Line("VE", "3", "20220120", "706000", "100,00", "0,00"), Line("VE", "3", "20220120", account, debit, credit));

        report.Books.Months.Single().VatCollected.ShouldBe(30m);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_entry_that_settles_a_month_is_no_tax_of_the_next_one(bool settlementFirst)
    {
        string[] settlement =
        [
            Line("OD", "1", "20220228", "445510", "0,00", "15,00"), Line("OD", "1", "20220228", "445710", "20,00", "0,00"), Line("OD", "1", "20220228", "445660", "0,00", "5,00"),
        ];
        var report = Read(
        [
            Line("VE", "1", "20220105", "411000", "120,00", "0,00"), Line("VE", "1", "20220105", "706000", "0,00", "100,00"), Line("VE", "1", "20220105", "445710", "0,00", "20,00"),
            Line("AC", "1", "20220106", "606000", "25,00", "0,00"), Line("AC", "1", "20220106", "445660", "5,00", "0,00"), Line("AC", "1", "20220106", "401000", "0,00", "30,00"),
            .. settlementFirst ? settlement : settlement.Reverse(),
            Line("BQ", "1", "20220315", "445510", "15,00", "0,00"), Line("BQ", "1", "20220315", "512000", "0,00", "15,00"),
        ]);

        report.Books.Months.Select(month => (month.VatCollected, month.VatDeductible, month.VatPaid)).ShouldBe([(20m, 5m, 0m), (0m, 0m, 0m), (0m, 0m, 15m)]);
    }

    [Fact]
    public void A_credit_carried_forward_settles_a_month_too()
    {
        var report = Read(
            Line("AC", "1", "20220106", "606000", "250,00", "0,00"), Line("AC", "1", "20220106", "445660", "50,00", "0,00"), Line("AC", "1", "20220106", "401000", "0,00", "300,00"),
            Line("OD", "1", "20220131", "445660", "0,00", "50,00"), Line("OD", "1", "20220131", "445670", "50,00", "0,00"));

        report.Books.Months.Single().VatDeductible.ShouldBe(50m);
    }

    [Fact]
    public void Books_whose_entries_all_bear_one_number_say_the_same_of_bank_and_tax()
    {
        string[] Rows(Func<int, string> number) =>
        [
            Line("VE", number(1), "20220105", "411000", "120,00", "0,00"), Line("VE", number(1), "20220105", "706000", "0,00", "100,00"), Line("VE", number(1), "20220105", "445710", "0,00", "20,00"),
            Line("BQ", number(1), "20220107", "512000", "120,00", "0,00"), Line("BQ", number(1), "20220107", "411000", "0,00", "120,00"),
            Line("VE", number(2), "20220310", "411000", "60,00", "0,00"), Line("VE", number(2), "20220310", "706000", "0,00", "50,00"), Line("VE", number(2), "20220310", "445710", "0,00", "10,00"),
            Line("BQ", number(2), "20220630", "512000", "60,00", "0,00"), Line("BQ", number(2), "20220630", "411000", "0,00", "60,00"),
        ];
        var (numbered, zero) = (Read(Rows(number => number.ToString(CultureInfo.InvariantCulture))), Read(Rows(_ => "0")));

        zero.Books.LastBankEntry.ShouldBe(new DateOnly(2022, 6, 30));
        zero.Books.LastBankEntry.ShouldBe(numbered.Books.LastBankEntry);
        zero.Books.Months.Select(month => (month.Month, month.VatCollected)).ShouldBe(numbered.Books.Months.Select(month => (month.Month, month.VatCollected)));
    }

    [Theory]
    [InlineData("511200", 100)]
    [InlineData("512000", 100)]
    [InlineData("514000", 100)]
    [InlineData("518700", 100)]
    [InlineData("530000", 100)]
    [InlineData("540000", 100)]
    [InlineData("519000", 0)]
    [InlineData("508000", 0)]
    [InlineData("580000", 0)]
    public void Cash_is_what_the_balance_sheet_calls_so(string account, int cash)
    {
        var report = Read(Line("OD", "1", "20220105", account, "100,00", "0,00"), Line("OD", "1", "20220105", "706000", "0,00", "100,00"));

        report.Books.Figures.Cash.ShouldBe(cash);
    }

    [Theory]
    [InlineData("2022-08-31", "ClosingDiffers")]
    [InlineData("2022-12-31", null)]
    public void A_closing_that_differs_is_one_question_and_not_thousands_of_faults(string declared, string? variant)
    {
        var draft = Files.FecDraft.Valid();
        var report = Check.File(draft.File(), draft.Options with { Closing = DateOnly.Parse(declared, CultureInfo.InvariantCulture) });

        report.Controls.Where(finding => finding.Severity != ControlSeverity.Info).Select(finding => finding.Variant).ShouldBe(variant is null ? [] : [variant]);
        report.Year.Closing.ShouldBe(new DateOnly(2022, 12, 31));
    }

    [Fact]
    public void A_changed_entry_is_told_with_what_it_was_and_a_deleted_one_with_its_name()
    {
        var (before, after) = (Files.FecDraft.Valid(), Files.FecDraft.Valid());
        var last = after.LastNumber("VE");
        after.Rows.RemoveAll(row => row[0] == "VE" && row[2] == last.ToString(CultureInfo.InvariantCulture));
        after.Entry("VE", 2).ForEach(row => (row[11], row[12]) = (Doubled(row[11]), Doubled(row[12])));
        var report = Check.File(after.File(), after.Options, before.File());

        var changed = report.Interim!.Changes.Single(change => change.Kind == EntryChangeKind.Changed);
        changed.Entry.Debit.ShouldBe(2 * changed.Before!.Debit);
        report.Controls.Single(finding => finding.Variant == "ValidatedChanged").Amount.ShouldBe(changed.Before.Debit);
        var deleted = report.Interim.Changes.Single(change => change.Kind == EntryChangeKind.Deleted);
        (deleted.Entry.Journal, deleted.Entry.Number, deleted.Before).ShouldBe(("VE", last.ToString(CultureInfo.InvariantCulture), null));
    }

    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr-FR");

    private static string Doubled(string amount) => (2 * decimal.Parse(amount, _french)).ToString("0.00", _french);

    private static string Line(string journal, string number, string date, string account, string debit, string credit) =>
        $"{journal}\tJournal {journal}\t{number}\t{date}\t{account}\tCompte {account}\t\t\tP{date}\t{date}\tOpération\t{debit}\t{credit}\t\t\t{date}\t\t";

    private static FecReport Read(params string[] lines) => Check.Text(string.Join('\n', [string.Join('\t', Files.ValidFec.Header), .. lines, ""]));
}
