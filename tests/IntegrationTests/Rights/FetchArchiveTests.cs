using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Barometre.Application.Rights.Archives;
using Barometre.Domain.Rights.Archives;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Rights;

/// <summary>An archive that goes away while somebody fetches it.</summary>
public sealed class FetchArchiveTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    [Fact]
    public async Task Erased_in_the_middle_of_fetching_it_breaks_off_and_nobody_takes_the_part_for_the_whole()
    {
        var person = await installation.PersonAsync();
        // More than what the system's buffers take on the way: the last pieces are asked of the database only when the client reads on.
        var (id, size) = (await KeptAsync(person, 16), 16L * ArchivePiece.Size);
        using var client = SlowClient(person);
        using var answer = await client.GetAsync(Archived.Path(person.ServiceUserId, $"/{id}/file"), HttpCompletionOption.ResponseHeadersRead);
        await person.Account.Client(installation).EraseAsync(person.ServiceUserId);
        await installation.RunErasuresAsync();

        await using var file = new MemoryStream();
        var broken = await Record.ExceptionAsync(() => answer.Content.CopyToAsync(file));

        Assert.Equal((HttpStatusCode.OK, size), (answer.StatusCode, answer.Content.Headers.ContentLength));
        Assert.IsType<HttpRequestException>(broken);
        Assert.InRange(file.Length, 0, size - 1);
        Assert.DoesNotContain(installation.Logged, line => line.StartsWith("Failed (", StringComparison.Ordinal) || line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
    }

    [Fact]
    public async Task Whose_pieces_are_gone_already_is_not_there_and_nothing_is_entered_as_having_left()
    {
        var person = await installation.PersonAsync();
        var id = await KeptAsync(person, 2);
        // As an erasing, or a deleting of what has expired, is seen by whoever found the archive a moment before.
        await installation.ExecuteAsync($"DELETE FROM rights.archive_piece WHERE service_user_id = '{person.ServiceUserId}'");

        await person.Account.Client(installation).GetAsync(Archived.Path(person.ServiceUserId, $"/{id}/file")).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");

        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM participation.communication WHERE service_user_id = '{person.ServiceUserId}'"));
    }

    /// <summary>A file of so many whole pieces, as the job keeps one; what stands in it does not matter here.</summary>
    private async Task<Guid> KeptAsync(Given.Person person, int pieces)
    {
        var (id, making) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await person.Account.Client(installation).PutAsync(Archived.Path(person.ServiceUserId, $"/{id}"), new { }).AnswersAsync(HttpStatusCode.OK);
        for (var number = 0; number < pieces; number++)
        {
            await installation.SendAsync(new KeepArchivePieceCommand(person.ServiceUserId, id, making, number, RandomNumberGenerator.GetBytes(ArchivePiece.Size)));
        }

        await installation.SendAsync(new FinishArchiveCommand(person.ServiceUserId, id, making, (long)pieces * ArchivePiece.Size, new string('0', 64)));
        return id;
    }

    /// <summary>Signed in as the person, with next to no room for what it has not read yet.</summary>
    private HttpClient SlowClient(Given.Person person)
    {
#pragma warning disable CA2000 // The client disposes of it.
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
#pragma warning restore CA2000
        var client = new HttpClient(handler) { BaseAddress = installation.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", installation.Token(person.Account.AccountId, person.Account.SessionId));
        return client;
    }
}
