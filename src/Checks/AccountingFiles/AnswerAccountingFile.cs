using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.ProofRequests;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Accepts an accounting file or sends it back: writes the letter with one question for each finding, mails it when asked, and keeps it.</summary>
internal sealed class AnswerAccountingFile(Db db, Tenant tenant, IClock clock, ReadAccountingFile read, Outbox outbox)
{
    /// <summary>The letter as it could leave: accepted when there is nothing to ask, else sent back with the questions.</summary>
    public async Task<AnswerForm> PrepareAsync(Guid id, CancellationToken token)
    {
        var found = await read.CheckedAsync(id, token);
        var provider = await db.Set<Provider>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == found.File.ProviderId, token);
        var person = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.DisplayName).SingleOrDefaultAsync(token);
        var questions = Questions(found.Report!);
        var accepts = questions.Count == 0 && found.Report!.Official.Verdict == OfficialVerdict.Conforming;
        return new AnswerForm(found, new AnswerInput
        {
            Id = Guid.CreateVersion7(),
            Version = found.File.Version,
            Choice = accepts ? "accept" : "return",
            To = provider?.Email,
            Subject = Texts.Books_LetterSubject.With(FileWords.Title(found.File), tenant.Company.Name),
            Body = Body(found, questions, person),
        });
    }

    /// <summary>Records the answer and, when asked, sends the letter. The same form sent twice does so once.</summary>
    public async Task RunAsync(Guid id, AnswerInput input, CancellationToken token)
    {
        if (await db.Set<AccountingFileAnswer>().AnyAsync(row => row.Id == input.Id, token))
        {
            return;
        }

        var hasAddress = !string.IsNullOrWhiteSpace(input.To);
        if ((input.IsSent || hasAddress) && !new EmailAddressAttribute().IsValid(hasAddress ? input.To!.Trim() : "-"))
        {
            throw new Refused(Texts.Request_ToMissing, nameof(AnswerInput.To));
        }

        var file = await db.Set<AccountingFile>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (file.LastCheckId is not { } checkId || file.State == AccountingFileState.Checking)
        {
            throw new Refused(Texts.Books_NotCheckedYet);
        }

        db.Entry(file).Property(row => row.Version).OriginalValue = input.Version;
        var answer = AccountingFileAnswer.Create(input, id, checkId, clock.GetCurrentInstant(), tenant.AccountId);
        db.Add(answer);
        file.Answer(input.IsAcceptance);
        if (answer.To is { } to)
        {
            var person = await RequestRoutes.SenderAsync(db, tenant.AccountId, token);
            answer.LeaveWith((input.IsSent ? outbox.Send(to, answer.Subject, answer.Body, person) : outbox.Prepare(to, answer.Subject, answer.Body, person)).Id);
        }

        db.Record(input.IsAcceptance ? "AccountingFileAccepted" : "AccountingFileQuestioned", file.Ref, new { file.Name, answer.To, Letter = Kernel.Hashing.Sha256Hex.Of(answer.Body) });
        await db.SaveChangesAsync(token);
    }

    /// <summary>One question for each thing that is not merely worth knowing, in the order of the report.</summary>
    private static IReadOnlyList<string> Questions(FecReport report) =>
    [
        .. report.Official.Findings.Where(finding => finding.Forbids).Select(finding => Sentence(finding.Message)),
        .. report.Controls.Where(finding => finding.Severity != ControlSeverity.Info).Select(finding => Sentence(finding.Message) + Entries(finding, report) + Where(finding) + " " + finding.Question),
    ];

    // The codes of our rules say nothing to whoever keeps the books: the lines do.
    private static string Where(ControlFinding finding) => finding.Lines.Length == 0 || finding.Rule == ChangeWords.Rule ? ""
        : " " + (finding.Lines.Length == 1 ? Texts.Books_LetterLine : Texts.Books_LetterLines).With(string.Join(", ", finding.Lines.Take(MostLinesNamed)) + (finding.Lines.Length > MostLinesNamed ? "…" : "")).Replace("….", "…", StringComparison.Ordinal);

    // The entries of two receptions are named: the lines of one file say nothing in the other, and a deleted entry has none.
    private static string Entries(ControlFinding finding, FecReport report)
    {
        var changes = ChangeWords.Of(finding, report).ToList();
        return changes.Count == 0 ? "" : " " + string.Join("\u00a0; ", changes.Take(MostLinesNamed).Select(ChangeWords.Of)) + (changes.Count > MostLinesNamed ? " …" : ".");
    }

    // A fact that ends with a list of names has no full stop; before a question it needs one.
    private static string Sentence(string fact) => fact.Length > 0 && char.IsLetterOrDigit(fact[^1]) ? fact + "." : fact;

    private const int MostLinesNamed = 8;

    private string Body(CheckedFile found, IReadOnlyList<string> questions, string? person)
    {
        var body = new StringBuilder().AppendLine(Texts.Request_Hello).AppendLine();
        body.AppendLine(Texts.Books_LetterOpening.With(found.File.Name, Moments.Long(found.File.ReceivedAt, tenant.Zone)));
        if (questions.Count == 0 || found.Report!.Official.Verdict != OfficialVerdict.Conforming)
        {
            body.AppendLine(FileWords.Of(found.Report!.Official.Verdict));
        }

        body.AppendLine();
        if (questions.Count == 0)
        {
            body.AppendLine(Texts.Books_LetterNothing);
        }
        else
        {
            body.AppendLine(Texts.Books_LetterAsk).AppendLine();
            for (var number = 1; number <= questions.Count; number++)
            {
                body.Append(number).Append(". ").AppendLine(questions[number - 1]).AppendLine();
            }
        }

        return body.AppendLine(Texts.Request_Thanks).AppendLine().AppendLine(person).Append(tenant.Company.Name).ToString();
    }
}

/// <summary>The answer that can still be changed.</summary>
internal sealed record AnswerForm(CheckedFile Found, AnswerInput Input);
