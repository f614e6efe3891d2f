using Pupitre.Kernel.Commitments;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Profile;
using Pupitre.Start.FirstRun;

namespace Pupitre.Start.Sample;

/// <summary>What the sample company's owner would fill in on the first page.</summary>
internal sealed class FillFirstPage(SetUpOutsourcing setUp) : ISampleChapter
{
    private const int TermMonths = 12;
    private const int NoticeMonths = 3;

    /// <summary>The accounting firm's term ends so many months ahead: its last day to give notice is near.</summary>
    private const int AccountingEndsInMonths = 5;

    /// <summary>The payroll bureau's term ends so soon that the notice has passed: the company is bound for another term.</summary>
    private const int PayrollEndsInMonths = 2;

    public int Order => 20;

    public Task TellAsync(SampleWorld world, CancellationToken token) => setUp.RunAsync(InputFor(world), token);

    private static FirstRunInput InputFor(SampleWorld world) => new()
    {
        Profile = new ProfileInput { Employees = Cast.Employees, VatRegime = VatRegime.Monthly, VatDay = Cast.VatDay, PayDay = Cast.PayDay },
        Tiles =
        [
            TileFor(Tile.Accounting, Cast.AccountingFirm, Cast.AccountingClerk, StartOf(world, AccountingEndsInMonths),
            [
                ReadyCommitments.DocumentsDeposited, ReadyCommitments.StatementDelivered, ReadyCommitments.BankReconciled, ReadyCommitments.VatDraftSubmitted,
                ReadyCommitments.VatDraftApproved, ReadyCommitments.VatFiled, ReadyCommitments.AccountingFileDelivered, ReadyCommitments.SupplierInvoiceRecorded,
                ReadyCommitments.QuestionAnswered, ReadyCommitments.TaxReturnAccepted, ReadyCommitments.ClosingDocumentsDelivered,
            ]),
            TileFor(Tile.Payroll, Cast.PayrollBureau, Cast.PayrollClerk, StartOf(world, PayrollEndsInMonths),
                [ReadyCommitments.VariablesSent, ReadyCommitments.PayslipsDelivered, ReadyCommitments.PayrollReturnAccepted]),
            TileFor(Tile.Invoicing, Cast.AccountingFirm, Cast.AccountingClerk, null, [ReadyCommitments.ReminderSent, ReadyCommitments.FormalNoticeSent]),
        ],
    };

    // Three whole terms have passed when the one in force ends.
    private static DateOnly StartOf(SampleWorld world, int endsInMonths) => world.ThisMonth.AddMonths(endsInMonths - (3 * TermMonths));

    private static TileInput TileFor(Tile tile, string provider, Person contact, DateOnly? start, int[] templates) => new()
    {
        Tile = tile,
        HandedOver = true,
        ProviderName = provider,
        ProviderEmail = contact.Email,
        ContractStart = start,
        ContractMonths = start is null ? null : TermMonths,
        NoticeMonths = start is null ? null : NoticeMonths,
        Templates = [.. templates.Select(number => new TemplateChoice { Number = number, Wanted = true })],
    };
}
