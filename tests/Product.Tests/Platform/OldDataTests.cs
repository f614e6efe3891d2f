namespace Pupitre.Product.Tests.Platform;

/// <summary>What an upgrade makes good of rows that an older program wrote.</summary>
public sealed class OldDataTests
{
    private const string Before = "AddStepDoers";

    private static readonly string[] _tables = ["evidence_files", "occurrence_proofs", "cell_proposals", "accounting_file_parts"];

    private static string Id(int number) => $"00000000-0000-0000-0000-{number:000000000000}";

    [Fact]
    public async Task A_file_that_two_senders_sent_at_once_becomes_one_and_keeps_what_both_proved()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var data = await OldData.AtAsync(database, Before);
        await CompaniesAsync(data);
        await FileAsync(data, 11, company: 1, "aa", isKept: false, day: 1, "Proposed");
        await FileAsync(data, 12, company: 1, "aa", isKept: true, day: 2, "Proposed");
        await FileAsync(data, 13, company: 1, "aa", isKept: true, day: 3, "Placed");
        await FileAsync(data, 14, company: 1, "bb", isKept: true, day: 4, "Tray", parent: 11);
        await FileAsync(data, 15, company: 2, "aa", isKept: true, day: 1, "Tray");
        await ProofAsync(data, 21, file: 11, "2026-01", "Provider");
        await ProofAsync(data, 22, file: 13, "2026-01", "Provider");
        await ProofAsync(data, 23, file: 13, "2026-02", "Provider");
        await ProposalAsync(data, 31, file: 11, "2026-03", "Open", "Provider");
        await ProposalAsync(data, 32, file: 12, "2026-03", "Accepted", "Provider");
        await ProposalAsync(data, 33, file: 13, "2026-04", "Open", "Provider");
        await data.InsertAsync("accounting_files", ("id", Id(41)), ("company_id", Id(1)));
        await data.InsertAsync("accounting_file_parts", ("company_id", Id(1)), ("accounting_file_id", Id(41)), ("number", "1"), ("evidence_file_id", Id(13)));
        await data.HideAsync(_tables);

        await data.UpgradeAsync();

        await data.ShowAsync(_tables);
        (await data.ReadAsync("select id, state, parent_id from evidence_files order by id")).ShouldBe([$"{Id(12)} Placed -", $"{Id(14)} Tray {Id(12)}", $"{Id(15)} Tray -"]);
        (await data.ReadAsync("select id, file_id, case when withdrawn_at is null then 'live' else 'withdrawn' end from occurrence_proofs order by id"))
            .ShouldBe([$"{Id(21)} {Id(12)} live", $"{Id(22)} {Id(12)} withdrawn", $"{Id(23)} {Id(12)} live"]);
        (await data.ReadAsync("select id, file_id, state from cell_proposals order by id")).ShouldBe([$"{Id(32)} {Id(12)} Accepted", $"{Id(33)} {Id(12)} Open"]);
        (await data.ReadAsync("select evidence_file_id from accounting_file_parts")).ShouldBe([Id(12)]);
    }

    [Fact]
    public async Task What_was_dated_by_its_arrival_is_bounded_by_it_and_nothing_else()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var data = await OldData.AtAsync(database, Before);
        await CompaniesAsync(data);
        await FileAsync(data, 11, company: 1, "aa", isKept: true, day: 1, "Placed");
        await ProofAsync(data, 21, file: 11, "2026-01", "Observed");
        await ProofAsync(data, 22, file: 11, "2026-02", "Provider");
        await ProofAsync(data, 23, file: null, "2026-03", "Observed");
        await ProofAsync(data, 24, file: 11, "2026-04", "Observed", isDay: true);
        await ProposalAsync(data, 31, file: 11, "2026-05", "Open", "Observed");
        await ProposalAsync(data, 32, file: 11, "2026-06", "Open", "Receipt");
        await data.HideAsync(_tables);

        await data.UpgradeAsync();

        await data.ShowAsync(_tables);
        (await data.ReadAsync("select id, is_upper_bound from occurrence_proofs order by id")).ShouldBe([$"{Id(21)} 1", $"{Id(22)} 0", $"{Id(23)} 0", $"{Id(24)} 0"]);
        (await data.ReadAsync("select id, is_upper_bound from cell_proposals order by id")).ShouldBe([$"{Id(31)} 1", $"{Id(32)} 0"]);
    }

    private static async Task CompaniesAsync(OldData data)
    {
        await data.InsertAsync("companies", ("id", Id(1)), ("name", "Atelier des Quais"), ("slug", "quais"), ("holiday_zone", "metropole"), ("time_zone", "Europe/Paris"));
        await data.InsertAsync("companies", ("id", Id(2)), ("name", "Menuiserie Durand"), ("slug", "durand"), ("holiday_zone", "metropole"), ("time_zone", "Europe/Paris"));
    }

    private static Task FileAsync(OldData data, int id, int company, string hash, bool isKept, int day, string state, int? parent = null) => data.InsertAsync(
        "evidence_files",
        [("id", Id(id)), ("company_id", Id(company)), ("hash", hash), ("name", $"{id}.pdf"), ("content_kept", isKept ? "1" : "0"), ("received_at", OldData.Day(day)), ("state", state), ("recognised", "Pdf"), .. Of("parent_id", parent)]);

    private static Task ProofAsync(OldData data, int id, int? file, string key, string attestedBy, bool isDay = false) => data.InsertAsync(
        "occurrence_proofs",
        [("id", Id(id)), ("company_id", Id(1)), ("commitment_id", Id(99)), ("occurrence_key", key), ("role", "Stop"), ("attested_by", attestedBy), ("placed_at", OldData.Day(5)), isDay ? ("on", "2026-01-02") : ("at", OldData.Day(2)), .. Of("file_id", file)]);

    private static Task ProposalAsync(OldData data, int id, int file, string key, string state, string attestedBy) => data.InsertAsync(
        "cell_proposals", ("id", Id(id)), ("company_id", Id(1)), ("file_id", Id(file)), ("commitment_id", Id(99)), ("occurrence_key", key), ("state", state), ("attested_by", attestedBy), ("at", OldData.Day(2)));

    private static (string Column, string Value)[] Of(string column, int? id) => id is { } known ? [(column, Id(known))] : [];
}
