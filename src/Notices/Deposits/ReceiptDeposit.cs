using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;

namespace Pupitre.Notices.Deposits;

/// <summary>
/// Ends a sending: what opens files of one kind gets them, the history says who brought how many, and a mail says to whoever sent them what
/// was received, when, and by which hash it is known.
/// </summary>
internal sealed class ReceiptDeposit(Db db, Tenant tenant, IEnumerable<IOpenDropped> openers, DepositLinkMail mail)
{
    private static readonly Dictionary<string, string> _noFields = new(StringComparer.Ordinal);

    public async Task RunAsync(DepositPlace place, Deposit deposit, IReadOnlyList<ReceivedFile> received, CancellationToken token)
    {
        var files = await db.Set<DepositedFile>().AsNoTracking().Where(row => row.DepositId == deposit.Id).OrderBy(row => row.Id)
            .ToListAsync(token);
        mail.Write(
            place.Link,
            InLanguage.Write(InLanguage.French, () => Texts.Deposit_ReceiptSubject.With(tenant.Company.Name, files.Count)),
            InLanguage.Write(InLanguage.French, () => Body(place, deposit, files)));
        db.Record("FilesDeposited", deposit.Ref, new
        {
            deposit.ContractId,
            place.Contract.Title,
            By = deposit.PersonName,
            files.Count,
            Words = deposit.Word,
        });
        await db.SaveChangesAsync(token);
        foreach (var opener in openers)
        {
            await opener.OpenAsync(new Dropped(received, _noFields, HasPlace: false), token);
        }
    }

    private string Body(DepositPlace place, Deposit deposit, IReadOnlyList<DepositedFile> files)
    {
        var body = new StringBuilder(Texts.Deposit_ReceiptHello.With(
            deposit.PersonName, tenant.Company.Name, place.Contract.Title, Moments.Long(deposit.At, tenant.Zone))).Append("\n\n");
        foreach (var file in files)
        {
            body.Append(CultureInfo.CurrentCulture, $"- {DepositWords.Line(file)}\n  SHA-256 : {file.Hash}\n");
        }

        if (deposit.Word is { } word)
        {
            body.Append('\n').Append(Texts.Deposit_ReceiptWord.With(word)).Append('\n');
        }

        return body.Append('\n').Append(Texts.Deposit_ReceiptFoot).Append("\n\n").Append(tenant.Company.Name).ToString();
    }
}
