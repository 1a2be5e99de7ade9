using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Sending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "SyncItems",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FailedAt",
                table: "SyncItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "IgnoredAt",
                table: "SyncItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IgnoredBy",
                table: "SyncItems",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IgnoredReason",
                table: "SyncItems",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlannedWith",
                table: "Instances",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CallAllowances",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Turn = table.Column<long>(type: "bigint", nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedBecause = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    ProbeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallAllowances", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "FailedCalls",
                columns: table => new
                {
                    SyncItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Line = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Request = table.Column<string>(type: "text", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FailedCalls", x => x.SyncItemId);
                    table.ForeignKey(
                        name: "FK_FailedCalls_SyncItems_SyncItemId",
                        column: x => x.SyncItemId,
                        principalTable: "SyncItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Resends",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Cause = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resends", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SendingPauses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SendingPauses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SyncItems_Cause_PersonId",
                table: "SyncItems",
                columns: new[] { "Cause", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_PersonId_CreatedAt",
                table: "Batches",
                columns: new[] { "PersonId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Resends_State_Cause",
                table: "Resends",
                columns: new[] { "State", "Cause" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallAllowances");

            migrationBuilder.DropTable(
                name: "FailedCalls");

            migrationBuilder.DropTable(
                name: "Resends");

            migrationBuilder.DropTable(
                name: "SendingPauses");

            migrationBuilder.DropIndex(
                name: "IX_SyncItems_Cause_PersonId",
                table: "SyncItems");

            migrationBuilder.DropIndex(
                name: "IX_Batches_PersonId_CreatedAt",
                table: "Batches");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "SyncItems");

            migrationBuilder.DropColumn(
                name: "FailedAt",
                table: "SyncItems");

            migrationBuilder.DropColumn(
                name: "IgnoredAt",
                table: "SyncItems");

            migrationBuilder.DropColumn(
                name: "IgnoredBy",
                table: "SyncItems");

            migrationBuilder.DropColumn(
                name: "IgnoredReason",
                table: "SyncItems");

            migrationBuilder.DropColumn(
                name: "PlannedWith",
                table: "Instances");
        }
    }
}
