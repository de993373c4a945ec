using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Records;
using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Application.QualityOfLife.Comments;
using Barometre.Application.QualityOfLife.Stars;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.WebApi.Demonstration;

/// <summary>Loads one invented person: their record, who is around them, what they and others said over time.</summary>
/// <param name="departed">Practitioners whom an earlier load has already seen leaving: their part is done.</param>
internal sealed class DemonstrationPerson(DemonstrationVoices voices, DemonstrationContent content, ContentPerson person, IReadOnlySet<string> departed)
{
    private readonly Guid _id = DemonstrationProjects.IdOf("person", person.Key);

    private string Opener => content.Staff.First(staff => staff.Key == person.Opener).Account;

    public async Task LoadAsync(DateTimeOffset begunAt, IReadOnlyList<string> allThemes)
    {
        await OpenAsync();
        await AllowTogetherAsync();
        await RateAsync(begunAt, allThemes);
        await CommentAsync(begunAt);
        foreach (var guest in person.Circle ?? [])
        {
            await InviteAsync(guest);
        }

        await ChooseStarsAsync();
        await NameStrengthsAsync(begunAt);
        await new DemonstrationGaps(voices, content, person, _id).LoadAsync(begunAt);
    }

    private async Task OpenAsync()
    {
        await SendAsync(person.Opener, new OpenRecordCommand(_id, DemonstrationProjects.IdOf("project", person.Project), person.CalledName, person.Language));
        if (person.Account is null || (await voices.SendAsync(person.Account, new GetStandingQuery())).ServiceUserId is not null)
        {
            return;
        }

        var code = await voices.SendAsync(Opener, new IssueClaimCodeCommand(_id));
        await voices.SendAsync(person.Account, new ClaimRecordCommand(code.Code));
        foreach (var project in person.AlsoIn ?? [])
        {
            await voices.SendAsync(person.Account, new EnrolInProjectCommand(_id, DemonstrationProjects.IdOf("project", project)));
        }
    }

    /// <summary>Whoever opened the record with the person goes on noting together with them, by the person's own word.</summary>
    private async Task AllowTogetherAsync()
    {
        if (person.Account is null)
        {
            return;
        }

        var opener = voices.AccountOf(Opener);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var place in (await voices.SendAsync(person.Account, new GetCircleQuery(_id))).Where(place => place.AccountId == opener && !(place.TogetherUntil > now)))
        {
            await voices.SendAsync(person.Account, new AllowTogetherCommand(_id, place.MemberId, now + CircleMember.LongestTogether));
        }
    }

    private async Task RateAsync(DateTimeOffset begunAt, IReadOnlyList<string> allThemes)
    {
        Guid? last = null;
        foreach (var (number, course) in (person.Courses ?? []).Index())
        {
            foreach (var assessment in course.Assessments(person.Key, number, begunAt, allThemes))
            {
                if (course.Resumes)
                {
                    await SendAsync(course.By, new AddAnswersCommand(_id, last!.Value, assessment.Answers));
                    continue;
                }

                last = assessment.Id;
                await SendAsync(course.By, new OpenAssessmentCommand(
                    _id, assessment.Id, course.Setting, course.Voice, null, DemonstrationProjects.IdOf("project", person.Project), assessment.At, assessment.Answers, course.Complete));
            }
        }
    }

    private async Task CommentAsync(DateTimeOffset begunAt)
    {
        foreach (var (number, comment) in (person.Comments ?? []).Index())
        {
            var at = begunAt.AddDays(-comment.DaysAgo);
            await SendAsync(comment.By, new WriteCommentCommand(
                _id, Steady.Id(at, $"comment/{person.Key}/{number}"), comment.Theme, comment.Words, at, Setting.Alone, null, null, null));
            if (comment.Closed)
            {
                await voices.SendAsync(person.Account!, new CloseCommentsCommand(_id, comment.Theme, Closed: true));
            }
        }
    }

    /// <summary>A relative comes with the code that the person gave them; a practitioner of the person's project by their account.</summary>
    private async Task InviteAsync(ContentGuest guest)
    {
        var member = DemonstrationProjects.IdOf("member", $"{person.Key}/{guest.Who}");
        var circle = await voices.SendAsync(person.Account!, new GetCircleQuery(_id));
        if (circle.Any(place => place.MemberId == member && place.State == CircleState.Active))
        {
            return;
        }

        var sharing = Sharing.Each(AccessLevel.None) with { QualityOfLife = guest.QualityOfLife };
        if (content.Staff.FirstOrDefault(staff => staff.Key == guest.Who) is { } staff)
        {
            var project = DemonstrationProjects.IdOf("project", person.Project);
            await voices.SendAsync(person.Account!, new InviteToCircleCommand(_id, member, staff.Role, voices.AccountOf(staff.Account), project, null, sharing));
            await voices.SendAsync(staff.Account, new AnswerInvitationCommand(_id, member, Accepts: true));
            return;
        }

        var relative = content.Relatives.First(known => known.Key == guest.Who);
        await voices.SendAsync(person.Account!, new InviteToCircleCommand(_id, member, Role.Relative, null, null, guest.Label, sharing));
        var code = await voices.SendAsync(person.Account!, new IssueInvitationCodeCommand(_id, member));
        await voices.SendAsync(relative.Account, new TakePlaceCommand(code.Code));
    }

    private async Task ChooseStarsAsync()
    {
        if (person.Stars is not { Count: > 0 } stars)
        {
            return;
        }

        var known = await voices.SendAsync(person.Account!, new GetStarsQuery(_id));
        if (person.StarsBefore is { } before && known.Version == 0)
        {
            await voices.SendAsync(person.Account!, new ChooseStarsCommand(_id, before, Setting.Alone, null));
        }

        Guid? present = null;
        if (person.StarsWith is { } with)
        {
            var account = voices.AccountOf(content.Staff.First(staff => staff.Key == with).Account);
            present = (await voices.SendAsync(person.Account!, new GetCircleQuery(_id))).First(place => place.AccountId == account).MemberId;
        }

        await voices.SendAsync(person.Account!, new ChooseStarsCommand(_id, stars, present is null ? Setting.Alone : Setting.Joint, present));
    }

    private async Task NameStrengthsAsync(DateTimeOffset begunAt)
    {
        var strengths = new DemonstrationStrengths(person, _id, SendAsync);
        await strengths.LoadAsync(begunAt);
        if (strengths.Arrangement(begunAt) is { } order)
        {
            await voices.SendAsync(person.Account!, order);
        }
    }

    /// <summary>Sends as <c>person</c> or as a practitioner; as one who has left already, not at all.</summary>
    private async Task SendAsync<TResult>(string who, IRequest<TResult> request)
    {
        if (who == "person")
        {
            await voices.SendAsync(person.Account!, request);
        }
        else if (!departed.Contains(who))
        {
            await voices.SendAsync(content.Staff.First(staff => staff.Key == who).Account, request);
        }
    }
}
