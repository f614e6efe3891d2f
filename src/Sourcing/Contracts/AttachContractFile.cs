using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Keeps a file with a contract. The same content twice is kept once.</summary>
public sealed class AttachContractFile(Db db, FileStore files, IClock clock)
{
    public async Task RunAsync(Guid contractId, Stream content, string name, string? mediaType, CancellationToken token)
    {
        var contract = await db.Set<Contract>().Include(row => row.Files).SingleOrDefaultAsync(row => row.Id == contractId, token) ?? throw new NotFound();
        if (contract.Files.Count >= Contract.MaxFiles)
        {
            throw new Refused(Texts.Contract_TooManyFiles.With(Contract.MaxFiles));
        }

        var stored = await files.SaveAsync(content, name, mediaType, token);
        if (contract.Files.Any(file => file.Hash == stored.Hash))
        {
            db.Entry(stored).State = EntityState.Detached;
            return;
        }

        contract.Attach(ContractFile.Create(contract.Id, stored.Hash, stored.Name, stored.Size, clock.GetCurrentInstant()));
        db.Record("ContractFileAdded", contract.Ref, new { contract.Title, File = stored.Name, stored.Hash });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Takes a file off a contract. Its content stays where other pages need it.</summary>
public sealed class DetachContractFile(Db db)
{
    public async Task RunAsync(Guid contractId, Guid fileId, CancellationToken token)
    {
        var contract = await db.Set<Contract>().Include(row => row.Files).SingleOrDefaultAsync(row => row.Id == contractId, token) ?? throw new NotFound();
        if (contract.Files.FirstOrDefault(file => file.Id == fileId) is not { } known)
        {
            return;
        }

        contract.Detach(fileId);
        db.Record("ContractFileRemoved", contract.Ref, new { contract.Title, File = known.Name, known.Hash });
        await db.SaveChangesAsync(token);
    }
}
