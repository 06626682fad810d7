using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Plans;

/// <summary>Makes the rows of one planned card and of all that is on it.</summary>
internal sealed class CardRows(Guid boardId, PlanCheck check, PlanIds people, PlanIds labels, PlanIds fields)
{
    public IEnumerable<object> Of(CardPlan plan, Guid cardId, Guid columnId, int number, string position)
    {
        var card = new Card
        {
            Id = cardId,
            BoardId = boardId,
            ColumnId = columnId,
            Number = number,
            Position = position,
            Title = check.Line(plan.Title, Card.MaxTitleLength, "title"),
            Description = check.LongText(plan.Description, Card.MaxDescriptionLength, "description"),
            StartAt = check.Utc(plan.StartAt, "start"),
            DueAt = check.Utc(plan.DueAt, "due date"),
            IsDueDone = plan.IsDueDone && plan.DueAt is not null,
            Cover = plan.Cover,
            IsArchived = plan.IsArchived,
            CreatedById = people.OfOptional(plan.CreatedById),
            CreatedAt = check.Utc(plan.CreatedAt, "created"),
            ChecklistDone = plan.Checklists.Sum(c => c.Items.Count(i => i.IsDone)),
            ChecklistTotal = plan.Checklists.Sum(c => c.Items.Count),
            CommentCount = plan.Comments.Count,
            AttachmentCount = plan.Attachments.Count,
        };
        foreach (var labelId in plan.LabelIds.Select(labels.Of).Distinct())
        {
            card.Labels.Add(new CardLabel { CardId = cardId, LabelId = labelId });
        }

        // Two people of the source can be the same account here.
        foreach (var personId in plan.AssigneeIds.Select(people.Of).Distinct())
        {
            card.Assignees.Add(new CardAssignee { CardId = cardId, PersonId = personId });
        }

        return
        [
            card,
            .. plan.Checklists.Zip(CardPosition.Spread(plan.Checklists.Count), (c, p) => Row(c, cardId, p)),
            .. plan.Comments.Select(comment => Row(comment, cardId)),
            .. plan.Attachments.Select(attachment => Row(attachment, cardId)),
            .. FieldValues(plan, cardId),
        ];
    }

    private Checklist Row(ChecklistPlan plan, Guid cardId, string position)
    {
        var checklist = new Checklist
        {
            Id = Guid.CreateVersion7(),
            CardId = cardId,
            Name = check.LongText(plan.Name, Checklist.MaxTextLength, "checklist"),
            Position = position,
        };
        foreach (var (item, itemPosition) in plan.Items.Zip(CardPosition.Spread(plan.Items.Count)))
        {
            checklist.Items.Add(
                new ChecklistItem
                {
                    Id = Guid.CreateVersion7(),
                    ChecklistId = checklist.Id,
                    Text = check.Line(item.Text, Checklist.MaxTextLength, "checklist item"),
                    Position = itemPosition,
                    IsDone = item.IsDone,
                    DueAt = check.Utc(item.DueAt, "due date"),
                    AssigneeId = people.OfOptional(item.AssigneeId),
                }
            );
        }

        return checklist;
    }

    private Comment Row(CommentPlan plan, Guid cardId) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CardId = cardId,
            AuthorId = people.OfOptional(plan.AuthorId),
            Text = check.LongText(plan.Text, Comment.MaxLength, "comment"),
            CreatedAt = check.Utc(plan.CreatedAt, "comment"),
            EditedAt = check.Utc(plan.EditedAt, "comment"),
        };

    private Attachment Row(AttachmentPlan plan, Guid cardId)
    {
        if (plan.Url is { } url && (url.Length > Attachment.MaxUrlLength || !LinkRules.IsSafe(url)))
        {
            check.Refuse(RejectionCode.ValueInvalid, "attachment", plan.Name);
        }

        return new Attachment
        {
            Id = Guid.CreateVersion7(),
            CardId = cardId,
            Name = check.Line(plan.Name, Attachment.MaxNameLength, "attachment"),
            Url = plan.Url is null ? null : check.Line(plan.Url, Attachment.MaxUrlLength, "attachment"),
            AddedById = people.OfOptional(plan.AddedById),
            CreatedAt = check.Utc(plan.CreatedAt, "attachment"),
        };
    }

    private IEnumerable<CustomFieldValue> FieldValues(CardPlan plan, Guid cardId)
    {
        var seen = new HashSet<Guid>();
        foreach (var value in plan.FieldValues)
        {
            var fieldId = fields.Of(value.FieldId);
            if (!seen.Add(fieldId))
            {
                check.Refuse(RejectionCode.ValueInvalid, "custom field", plan.Title);
            }

            yield return new CustomFieldValue
            {
                CardId = cardId,
                FieldId = fieldId,
                Value = check.LongText(value.Value, CustomFieldValue.MaxLength, "custom field"),
            };
        }
    }
}
